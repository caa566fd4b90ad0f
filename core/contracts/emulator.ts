import type { Api } from '../api.ts';
import type { Hit } from '../routing/trace.ts';
import type { Notification, Request } from './message.ts';

/** Starts the gateway, or gives a running one new definitions: the next message is routed by them. */
export const runApis: Request<RunApis, Ready> = { method: 'run' };

/** Closes every client, runs `$disconnect` for each, and stops listening. */
export const stopApis: Request<void, void> = { method: 'stop' };

/** Opens a real WebSocket client to the gateway; refused handshakes are an answer, not an error. */
export const openClient: Request<OpenClient, ClientOpened | ClientRefused> = { method: 'openClient' };

/** Sends one text frame from a client that was opened here. */
export const sendMessage: Request<{ readonly client: number; readonly text: string }, void> = {
  method: 'sendMessage',
};

/** Closes a client that was opened here, from the client's side. */
export const closeClient: Request<
  { readonly client: number; readonly code?: number; readonly reason?: string },
  void
> = { method: 'closeClient' };

/** What happened since the last batch, in order. */
export const emulatorEvents: Notification<readonly EmulatorEvent[]> = { method: 'events' };

/** What the gateway shall serve. */
export interface RunApis {
  readonly apis: readonly RunnableApi[];
  /** The port to listen on; if it is taken the next free one is used and `ready` says so. */
  readonly port: number;
  /** Whether people trust the workspace: handlers run only then. */
  readonly runHandlers: boolean;
  /**
   * Origins of web pages that may call the gateway, such as `https://example.com`, beside those of this machine;
   * `*` lets everybody call, as on AWS. None where it is absent.
   */
  readonly allowedOrigins?: readonly string[];
}

/** A finished API with what a file's reader cannot know. */
export interface RunnableApi {
  readonly api: Api;
  /** The definition file's absolute path; code folders are relative to its folder. */
  readonly file: string;
  readonly stage: string;
}

/** The first event of a run, and of `routescope start --json`; told again when new definitions are served. */
export interface Ready {
  readonly type: 'ready';
  readonly port: number;
  /** The port that was asked for, where it was taken. */
  readonly busyPort?: number;
  readonly apis: readonly ReadyApi[];
}

/** An API that is served, and where. */
export interface ReadyApi {
  readonly logicalId: string;
  readonly name: string;
  readonly stage: string;
  readonly file: string;
  /** Where clients connect: `ws://127.0.0.1:PORT/STAGE`. */
  readonly url: string;
  /** The base of the management API: `http://127.0.0.1:PORT/STAGE`, to which `/@connections/ID` is added. */
  readonly connections: string;
}

/** What the gateway tells while it runs; one JSON object a line in `routescope start --json`. */
export type EmulatorEvent = Ready | Connected | Disconnected | Frame | HitEvent | Log | Notice;

/** A client connected; its `$connect` route, if there is one, let it in. */
export interface Connected {
  readonly type: 'connected';
  readonly at: number;
  readonly api: string;
  readonly connectionId: string;
  readonly sourceIp: string;
  readonly userAgent?: string;
  /** The client that `openClient` opened, where it is one. */
  readonly client?: number;
}

/** A connection was closed, by whichever side. */
export interface Disconnected {
  readonly type: 'disconnected';
  readonly at: number;
  readonly api: string;
  readonly connectionId: string;
  readonly code: number;
  readonly reason: string;
}

/** A text frame that passed the gateway. */
export interface Frame {
  readonly type: 'frame';
  readonly at: number;
  readonly api: string;
  readonly connectionId: string;
  /** `in`: from the client to the gateway. */
  readonly direction: 'in' | 'out';
  readonly origin: 'client' | 'route response' | '@connections' | 'error';
  readonly text: string;
  readonly bytes: number;
  /** The hit that the frame caused or answers. */
  readonly hit?: number;
}

/** What became of one hit. */
export interface HitEvent {
  readonly type: 'hit';
  readonly hit: Hit;
}

/** A line that a function wrote. */
export interface Log {
  readonly type: 'log';
  readonly at: number;
  readonly api: string;
  readonly function: string;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  readonly hit?: number;
}

/** One sentence for the person: a port that was taken, a function that cannot run and why. */
export interface Notice {
  readonly type: 'notice';
  readonly at: number;
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly api?: string;
}

/** A handshake of a client with one of the served APIs. */
export interface OpenClient {
  readonly api: string;
  readonly file: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Appended to the URL, without the question mark. */
  readonly query?: string;
  readonly subprotocols?: readonly string[];
}

/** The handshake was accepted; `client` is the number that later messages name it by. */
export interface ClientOpened {
  readonly outcome: 'opened';
  readonly client: number;
  readonly connectionId: string;
}

/** The handshake was refused. */
export interface ClientRefused {
  readonly outcome: 'refused';
  /** HTTP status of the handshake; 0 where there was no answer. */
  readonly status: number;
  readonly body: string;
}
