import * as l10n from '@vscode/l10n';
import type { Api, Route } from '../../../core/api.ts';
import { dialectOf } from '../dialects/dialects.ts';
import type { Fix } from '../rules/rule.ts';
import { type Refactoring, routeAt } from './refactoring.ts';

/** Lets the client of a custom route, or of `$default`, get what the integration answers. */
export const makeTwoWay: Refactoring = {
  kind: 'refactor',
  offer(at) {
    const route = routeAt(at);
    const key = route?.routeKey?.value;
    if (!route || key === undefined || key === '$connect' || key === '$disconnect') return [];
    if (route.routeResponseSelectionExpression && route.routeResponseKeys.includes('$default')) return [];
    return twoWayFixes(at.api, route, at.file.text);
  },
};

/** The change that lets clients get what a route answers; none where the file's format has none, or it is made. */
export function twoWayFixes(api: Api, route: Route, text: string): readonly Fix[] {
  const edits = dialectOf(api.format).twoWay?.(api, route, text);
  const key = route.routeKey?.value ?? '';
  return edits ? [{ title: l10n.t('Make the route "{0}" two-way: clients get the answer', key), edits }] : [];
}
