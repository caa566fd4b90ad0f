/** Why a message took its route; `forbidden` is the frame that a client gets where no route fits. */
export type RouteReason = 'matched' | 'default' | 'forbidden';

/** One step of what became of a message, in the order in which API Gateway takes them. */
export interface TraceStep {
  readonly name:
    'parse' | 'expression' | 'route' | 'integration request' | 'function' | 'integration response' | 'frame';
  /** One line for people. */
  readonly text: string;
  /** The value behind the line where there is one: an event, a template's output, a frame. */
  readonly detail?: string;
  readonly ok: boolean;
  readonly milliseconds?: number;
}

/** One connect, message or disconnect that the gateway handled, and what became of it, step by step. */
export interface Hit {
  /** Counts up within one run of the emulator. */
  readonly id: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly api: string;
  readonly connectionId: string;
  readonly eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT';
  /** The message as received; empty for connects and disconnects. */
  readonly message: string;
  /** What the expression gave; null where it was not evaluated. */
  readonly value: string | null;
  /** The selected route's key; null for a Forbidden frame. */
  readonly route: string | null;
  readonly reason: RouteReason;
  readonly ok: boolean;
  /** The outcome in a few words: `200`, `Internal server error`, `Forbidden`. */
  readonly result: string;
  readonly milliseconds: number;
  readonly steps: readonly TraceStep[];
}
