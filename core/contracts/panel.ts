import type { ApiAddress } from './language.ts';
import type { Hit } from '../routing/trace.ts';
import type { Sample } from '../sample.ts';

/** The most rows of one API's traffic that the host and the page keep; the oldest go first. */
export const maxTrafficRows = 10_000;

/** The most characters of text that the host and the page keep in all rows of one API together. */
export const maxTrafficCharacters = 32 * 1024 * 1024;

/** Host to page. The page holds nothing that the host could not send again. */
export type ToPage =
  | { readonly type: 'state'; readonly state: PanelState }
  /**
   * Rows of the traffic log. A row whose id the page has replaces it: a message's route, latency and outcome
   * come after the message itself. `reset` replaces all that the page has.
   */
  | { readonly type: 'traffic'; readonly rows: readonly TrafficRow[]; readonly reset: boolean }
  /** Shows the trace of a hit: the answer to `showHit`, or a person opened the hit in the tree. */
  | { readonly type: 'hit'; readonly hit: Hit }
  /** The other answer to `showHit`: the trace is no longer kept. */
  | { readonly type: 'noHit'; readonly hit: number };

/** Page to host. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'chooseApi'; readonly address: ApiAddress }
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  | ({ readonly type: 'connect' } & ConnectOptions)
  | { readonly type: 'disconnect'; readonly client: number }
  | { readonly type: 'send'; readonly client: number; readonly text: string }
  /** Sends from a client that is opened for it. */
  | ({ readonly type: 'connectAndSend'; readonly text: string } & ConnectOptions)
  | { readonly type: 'chooseSample'; readonly name: string }
  | { readonly type: 'draft'; readonly text: string }
  | { readonly type: 'showHit'; readonly hit: number }
  | { readonly type: 'openRoute'; readonly routeKey: string }
  | { readonly type: 'clear' }
  | { readonly type: 'copy'; readonly text: string }
  /** Keeps a message as a sample file beside the definition. */
  | { readonly type: 'saveSample'; readonly text: string }
  /** Asks VS Code to let the person decide about trust; of use where `restricted` is set. */
  | { readonly type: 'manageTrust' };

/** What a connection is opened with. */
export interface ConnectOptions {
  /** Without the question mark. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly subprotocols: readonly string[];
}

/** Everything the page shows but the traffic. */
export interface PanelState {
  /** What stands in the way of running code, in one sentence; absent in a trusted workspace. */
  readonly restricted?: string;
  readonly apis: readonly { readonly address: ApiAddress; readonly name: string; readonly file: string }[];
  /** The API that the panel shows; absent where the workspace has none. */
  readonly api?: PanelApi;
  readonly run: RunState;
  readonly connections: readonly PanelConnection[];
  readonly samples: readonly Sample[];
  /** What the composer holds when the page is made anew. */
  readonly draft: string;
}

export interface PanelApi {
  readonly address: ApiAddress;
  readonly name: string;
  readonly routeSelectionExpression: string;
  readonly routeKeys: readonly string[];
}

export type RunState =
  | { readonly state: 'stopped' }
  | { readonly state: 'starting' }
  | {
      readonly state: 'running';
      readonly url: string;
      readonly connections: string;
      readonly notice?: string;
    }
  | { readonly state: 'failed'; readonly message: string };

export interface PanelConnection {
  readonly connectionId: string;
  /** Present for a client of this panel, which can send and close. */
  readonly client?: number;
  readonly since: number;
  readonly open: boolean;
  /** How it ended: code and reason, or the refused handshake's status and body. */
  readonly ended?: string;
}

/** One line of the traffic log. */
export interface TrafficRow {
  /** Counts up; rows come in this order. */
  readonly id: number;
  readonly at: number;
  readonly kind: 'in' | 'out' | 'connect' | 'disconnect' | 'log' | 'notice';
  readonly connectionId?: string;
  readonly text: string;
  readonly bytes?: number;
  /** The route's key; null for a message that matched nothing. */
  readonly route?: string | null;
  readonly milliseconds?: number;
  readonly hit?: number;
  readonly ok: boolean;
}
