import type { TraceStep } from '../../../core/routing/trace.ts';
import type { ErrorMessage } from '../error-frames.ts';
import type { Run } from '../run.ts';
import type { RunningApi, RunningRoute } from '../running-api.ts';

/** One request of a client that goes to an integration. */
export interface Call {
  readonly run: Run;
  readonly api: RunningApi;
  readonly route: RunningRoute;
  readonly eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT';
  readonly hit: number;
  /** The client's message; empty for connects and disconnects. */
  readonly message: string;
  /** The event of a Lambda proxy integration as JSON text, made when it is asked for. */
  readonly event: () => string;
  /** Takes what the integration did, for the trace. */
  readonly step: (step: TraceStep) => void;
}

/** What an integration came to; what a client gets of it depends on the request and its route. */
export type Outcome = Answer | Echo | Failure;

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** Stands for an integration that cannot run here: accepts every connection and tells why. */
export interface Echo {
  readonly kind: 'echo';
  readonly body: string;
}

export interface Failure {
  readonly kind: 'failure';
  /** The status of a handshake that fails so. */
  readonly status: number;
  readonly message: ErrorMessage;
}

/** Runs a request; answers at once where nothing is to be waited for. */
export type Integrate = (call: Call) => Outcome | Promise<Outcome>;
