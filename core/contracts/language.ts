import type { Api } from '../api.ts';
import type { Problem } from '../problem.ts';
import type { Sample } from '../sample.ts';
import type { Notification, Request } from './message.ts';

/** Server to client: everything that the workspace's definition files define, once all of them were read. */
export const definitionsChanged: Notification<readonly DefinitionFile[]> = {
  method: 'routescope/definitionsChanged',
};

/** Server to client: what one definition file defines after a change; without it, the file defines nothing more. */
export const definitionChanged: Notification<{
  readonly uri: string;
  readonly definition?: DefinitionFile;
}> = { method: 'routescope/definitionChanged' };

/** Client to server: what the emulator is doing now, for lenses and sample lists. */
export const sessionChanged: Notification<readonly RunningApi[]> = { method: 'routescope/sessionChanged' };

/** Client to server: the person chose the sample that hints are evaluated against. */
export const sampleChosen: Notification<ApiAddress & { readonly sample: string }> = {
  method: 'routescope/sampleChosen',
};

/** Client to server: the samples of an API, the chosen one first. */
export const listSamples: Request<ApiAddress, readonly RoutedSample[]> = { method: 'routescope/listSamples' };

/**
 * Client to server: how all samples of an API are routed now and why, as a text for people; null for an API that is
 * not known.
 */
export const evaluateAgainstSamples: Request<ApiAddress, string | null> = {
  method: 'routescope/evaluateAgainstSamples',
};

/**
 * Client to server: the edit that gives an API a route, as the language server protocol's `WorkspaceEdit`; null where
 * the definition cannot be changed that way.
 */
export const addRouteEdit: Request<ApiAddress & { readonly routeKey: string }, unknown> = {
  method: 'routescope/addRouteEdit',
};

/** A sample with the route that it takes. */
export interface RoutedSample extends Sample {
  /** The key of the route that it takes now; null where it takes none. */
  readonly route: string | null;
}

/** An API in the workspace: the file that defines it and its logical id there. */
export interface ApiAddress {
  readonly uri: string;
  readonly logicalId: string;
}

/** A file that defines WebSocket APIs, as it is in the editor, saved or not. */
export interface DefinitionFile {
  readonly uri: string;
  /** The other files that it consists of, in order; offsets from `start` on stand in them. */
  readonly files?: readonly { readonly uri: string; readonly start: number }[];
  readonly apis: readonly Api[];
  readonly problems: readonly Problem[];
}

/** An API that the emulator runs. */
export interface RunningApi extends ApiAddress {
  readonly url: string;
  /** Hits by route key. */
  readonly hits: Readonly<Record<string, number>>;
  /** The latest messages that clients sent, newest first; at most 20. */
  readonly received: readonly string[];
}
