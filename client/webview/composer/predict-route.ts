import * as l10n from '@vscode/l10n';
import type { Obstacle } from '../../../core/expression/evaluate.ts';
import { selectRoute } from '../../../core/routing/select-route.ts';
import type { RouteSelector, Selection } from '../../../core/routing/select-route.ts';

/** What the line under the composer says of the route that a message will take. */
export interface Prediction {
  /** What the expression gives, in quotes, or why it gives nothing. */
  readonly value: string;
  /** The key of the selected route; null where the client gets the Forbidden frame. */
  readonly route: string | null;
  /** The value names a route; else the message falls to `$default` or is forbidden. */
  readonly matched: boolean;
  /** A sentence for what people would not expect. */
  readonly note?: string;
}

/** The route that a message will take, by the same code that routes it in the emulator. */
export function predictRoute(selector: RouteSelector, message: string): Prediction {
  const selection = selectRoute(selector, message);
  const { value, route, reason, obstacle = 'not JSON' } = selection;
  const note = noteFor(selection);
  return {
    value: value === null ? obstacles[obstacle] : JSON.stringify(value),
    route,
    matched: reason === 'matched',
    ...(note !== undefined && { note }),
  };
}

const obstacles: Readonly<Record<Obstacle, string>> = {
  'malformed expression': l10n.t('the expression is malformed'),
  'not JSON': l10n.t('not JSON'),
  'message is null': l10n.t('the message is null'),
  'path does not fit': l10n.t('the path does not fit this message'),
  'too much work': l10n.t('the path takes too long in this message'),
};

function noteFor({ route, lenient }: Selection): string | undefined {
  if (route === null) return l10n.t('No route fits and there is no $default.');
  return lenient ? l10n.t('Not quite JSON: AWS reads this leniently.') : undefined;
}
