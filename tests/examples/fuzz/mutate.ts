// Files as they come to be wrong: a seeded mutator of texts. The same seed gives the same bytes.

/** Draws whole numbers from 0 to below `end`. */
export type Draw = (end: number) => number;

/** A stream of draws: mulberry32, good enough to choose mutations. */
export function drawsOf(seed: number): Draw {
  let state = seed >>> 0;
  return (end) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) % end;
  };
}

const nasty = [
  "", " ", "~", "null", "true", "no", "0", "-0", "-1", "1e999", "1e-999", ".inf", "-.inf", ".nan", "NaN", "0x10", "0o17",
  "1_000", "1__0", "1,000", "007", "9007199254740993", "1e15", "50%", "100 %", "11k to", "to 11k", "11k to 4k", "1 to 1",
  "pert(1, 2, 3)", "pert(3, 2, 1)", "pert(1,", "normal(0, 0)", "normal(0, -1)", "uniform(1, 1)", "discrete(50%: 1, 60%: 2)",
  "mixture(1: 2, 0: 3)", "truncate(normal(0, 1), min: 99)", "beta(0, 0)", "poisson(1e9)", "binomial(1e9, 0.5)",
  "metalog(10%: 1, 50%: 2, 90%: 3)", 'empirical("data/losses.csv", "losses")', 'empirical("/dev/zero", "x")',
  'empirical("../x.csv", "x")', "about 5", "between 1 and 2", "up to up to 3", "[]", "{}", "[[]]", "[1, 2", "{a: 1}",
  "{a: {a: {a: 1}}}", "- 1", "*a", "&a 1", "&a [*a]", "!!binary MTE=", "!!timestamp 2024-11-24", "!!set {x}",
  "!!omap [x: 1]", "!!pairs [x: 1]", "!!str 7", "!own x", "! 7", "<<", "{ <<: { a: 1 } }", "|", ">-", '"', "'", '"\\x00"',
  '"\\u202e"', '"\\ud800"', "'''", "%", "@", "`", "#", "a: b: c", "? x", "---", "...", "%TAG ! tag:x,2000:", "%YAML 1.1",
  "__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "🎉", "é", "\u0065\u0301", "\u202e", "\u001b[31m",
  "\t", "\u0085", "\u2028", "\ufeff", "\ufffd", "USD//month", "1/0", "month^99", "{payments.base.totalPaid.p50}",
  "<!-- {payments.x} -->", "<!-- / -->", "\\{", "```", "// %%", "// %% [markdown]", "x".repeat(3000), "(".repeat(200),
  "[".repeat(100), "- ".repeat(100), "{a: ".repeat(100), "? ".repeat(100),
] as const; // biome-ignore format: a table

type Mutation = (lines: string[], draw: Draw) => void;

const at = (lines: readonly string[], draw: Draw) => draw(Math.max(1, lines.length));

const mutations: readonly Mutation[] = [
  /** A line twice, taken out, exchanged with another, or put elsewhere. */
  (lines, draw) => void lines.splice(at(lines, draw), 0, lines[at(lines, draw)] ?? ""),
  (lines, draw) => void lines.splice(at(lines, draw), 1 + draw(3)),
  (lines, draw) => {
    const [i, j] = [at(lines, draw), at(lines, draw)];
    [lines[i], lines[j]] = [lines[j] ?? "", lines[i] ?? ""];
  },
  /** A value replaced, a key renamed, an entry that nobody asked for. */
  (lines, draw) => {
    const i = at(lines, draw);
    lines[i] = (lines[i] ?? "").replace(/:.*$/, `: ${nasty[draw(nasty.length)]}`);
  },
  (lines, draw) => {
    const i = at(lines, draw);
    lines[i] = (lines[i] ?? "").replace(/[\w-]+:/, `${nasty[draw(nasty.length)]}:`);
  },
  (lines, draw) => {
    const i = at(lines, draw);
    const indent = /^\s*/.exec(lines[i] ?? "")![0];
    lines.splice(i, 0, `${indent}${nasty[draw(nasty.length)]}: ${nasty[draw(nasty.length)]}`);
  },
  /** A piece put in, taken out or put in place of a word. */
  (lines, draw) => {
    const i = at(lines, draw);
    const line = lines[i] ?? "";
    const start = draw(line.length + 1);
    lines[i] = line.slice(0, start) + nasty[draw(nasty.length)] + line.slice(start + draw(4));
  },
  (lines, draw) => {
    const i = at(lines, draw);
    const words = (lines[i] ?? "").split(/(\b)/);
    words[draw(words.length)] = nasty[draw(nasty.length)]!;
    lines[i] = words.join("");
  },
  /** Other indentation. */
  (lines, draw) => {
    const i = at(lines, draw);
    lines[i] = ["  ", "\t", "    - ", ""][draw(4)]! + (lines[i] ?? "").slice(draw(3));
  },
  /** A tag before a value, an entry or a key. */
  (lines, draw) => {
    const i = at(lines, draw);
    const tag = ["!!binary", "!!timestamp", "!!int", "!!merge", "!!set", "!own", "!", "!!str"][draw(8)]!;
    lines[i] = (lines[i] ?? "").replace([/: /, /^(\s*)/, /- /][draw(3)]!, (found) => `${found}${tag} `);
  },
  /** What stands in the file once more, as a whole or in part. */
  (lines, draw) => {
    const i = at(lines, draw);
    lines.splice(i, 0, ...lines.slice(i, i + draw(20)));
  },
];

/** A mutant of a text: a few mutations of its lines, and one in eight times of its bytes. */
export function mutant(text: string, draw: Draw): Buffer {
  const lines = text.split("\n");
  for (let count = 1 + draw(4); count > 0; count--) mutations[draw(mutations.length)]!(lines, draw);
  return draw(8) === 0 ? otherBytes(lines.join("\n"), draw) : Buffer.from(lines.join("\n"));
}

/** Another encoding, other line ends, or a few bytes of chance. */
function otherBytes(text: string, draw: Draw): Buffer {
  switch (draw(8)) {
    case 0:
      return Buffer.from(text, "latin1");
    case 1:
      return Buffer.from(`\ufeff${text}`, "utf16le");
    case 2:
      return Buffer.from(text, "utf16le").swap16();
    case 3:
      return Buffer.from(`\ufeff${text}`);
    case 4:
      return Buffer.from(text.replaceAll("\n", "\r"));
    case 5:
      return Buffer.from(text.replaceAll("\n", "\r\n"));
    case 6:
      return Buffer.from(text).subarray(0, draw(text.length + 1));
    default: {
      const bytes = Buffer.from(text);
      for (let count = 1 + draw(5); count > 0 && bytes.length > 0; count--)
        bytes[draw(bytes.length)] = draw(256);
      return bytes;
    }
  }
}
