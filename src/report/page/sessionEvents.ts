// What happens to a page's session, and what is done about it.
import type { RunMode } from "../shared/messages.ts";

/** Charts to draw: those that follow a slider, those in or near the window, all, or those not drawn so far. */
export type ChartSelection = "quick" | "near" | "all" | "undrawn";

/** What the worker is asked to run and to draw. */
export interface Order {
  mode: RunMode;
  charts: ChartSelection;
  /** Whether the same has not come back before: each trial from the last sign on has a sign of its own. */
  isCareful?: boolean;
}

/** What happens to a session; those of timers are scheduled by `transition` itself. */
export type SessionEvent =
  | { kind: "opened" | "changed" | "resized" | "closed" }
  /** A chart has come near to the window. */
  | { kind: "neared" }
  /** A change is likely soon: a pointer or the focus has come to the controls. */
  | { kind: "changeExpected" }
  | { kind: "findings"; mode: RunMode }
  | { kind: "done"; hasUndrawn: boolean }
  | { kind: "failed" }
  /** The worker has begun with the order. */
  | { kind: "begun" }
  /** It was silent for as long as it may, and another has taken its place. */
  | { kind: "replaced" }
  | { kind: TimerEvent };

/** An event that a session waits for, by a timer. */
export type TimerEvent = "rested" | "patienceEnded" | "undrawnDue" | "busyForLong";

/** What is to be done after an event. */
export type SessionAction =
  | { kind: "order"; order: Order }
  | { kind: "warmUp" }
  | { kind: "schedule"; event: TimerEvent; ms: number }
  | { kind: "cancel"; events: readonly TimerEvent[] }
  | { kind: "showBusy"; isBusy: boolean }
  /** The charts show the settings: those that follow at once, those that can be seen, or all in all trials. */
  | { kind: "showProgress"; progress: Progress };

/** How far the page shows its settings. */
export type Progress = "quick" | "seen" | "settled";
