// The markup of what a reader can move, write and choose; controls.ts connects it.

import type { Findings } from "../../analysis/findings.ts";
import { unitWords } from "../../format/numbers.ts";
import { type Html, html, nothing } from "../shared/html.ts";
import type { LiveData } from "../shared/liveData.ts";
import { shown, sliderPosition, sliderSteps, typicalOf } from "../shared/slider.ts";

/** One of several, as a button that stays down. */
export function choice(group: string, value: string, title: string, isChosen: boolean): Html {
  return html`<label class="choice"><input type="radio" name="${group}" value="${value}"${isChosen ? html` checked` : nothing}><span>${title}</span></label>`;
}

/** The variants, each one click; nothing where there is but one. */
export function variantChoice({ variants }: Pick<Findings, "variants">): Html {
  if (variants.length < 2) return nothing;
  return html`<fieldset class="variants"><legend>What if …</legend>${variants.map(({ name, title }, i) => choice("variant", name, title, i === 0))}</fieldset>`;
}

/**
 * Slider and text field of an assumption. `idStart` is put before their ids: a page with several panels has the same
 * assumption more than once.
 */
export function control(name: string, data: LiveData, idStart = ""): Html {
  const { label, belief, unit } = data.findings.variants[0]!.assumptions[name]!;
  const typical = typicalOf(name, belief, unit, data);
  const hasRange = typical.low < typical.high;
  return html`<div class="control" data-input="${name}"><div class="name"><label for="${idStart}belief-${name}">${label}</label><span class="unit">${unitWords(unit)}</span></div>
<input type="range" min="0" max="${sliderSteps}" step="1" value="${sliderPosition(typical)}" aria-label="Typical value: ${label}"${hasRange ? nothing : html` disabled`}>
<div class="ends"><span>${shown(typical.low, typical)}</span><button type="button" class="undo" aria-label="Undo: ${label}">undo</button><span>${shown(typical.high, typical)}</span></div>
<input type="text" id="${idStart}belief-${name}" value="${belief}" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="${idStart}problem-${name}">
<p class="problem" id="${idStart}problem-${name}" role="alert"></p></div>`;
}

/** The field of a setting that is no assumption. */
export function setting(name: string, label: string, value: string): Html {
  return html`<div class="control" data-setting="${name}"><div class="name"><label for="setting-${name}">${label}</label></div>
<input type="text" id="setting-${name}" value="${value}" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="problem-${name}-setting"><p class="problem" id="problem-${name}-setting" role="alert"></p></div>`;
}
