import type { ApiAddress } from '../../core/contracts/language.ts';

/** A command that the client implements, with the API it is about and what else it needs. */
export interface ClientCommand {
  readonly title: string;
  readonly command: CommandName;
  readonly argument: ApiAddress & { readonly routeKey?: string; readonly sample?: string };
}

type CommandName =
  | 'routescope.start'
  | 'routescope.stop'
  | 'routescope.openPanel'
  | 'routescope.chooseSample'
  | 'routescope.createSample'
  | 'routescope.evaluateSamples'
  | 'routescope.addRoute'
  | 'routescope.showHits'
  | 'routescope.sendSample'
  | 'routescope.openRoute';
