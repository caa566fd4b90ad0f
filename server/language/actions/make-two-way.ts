import { dialectOf } from '../dialects/dialects.ts';
import { type Refactoring, routeAt } from './refactoring.ts';

/** Lets the client of a custom route, or of `$default`, get what the integration answers. */
export const makeTwoWay: Refactoring = {
  kind: 'refactor',
  offer(at) {
    const route = routeAt(at);
    const key = route?.routeKey?.value;
    if (!route || key === undefined || key === '$connect' || key === '$disconnect') return [];
    if (route.routeResponseSelectionExpression && route.routeResponseKeys.includes('$default')) return [];
    const edits = dialectOf(at.api.format).twoWay?.(at.api, route, at.file.text);
    return edits ? [{ title: `Make the route "${key}" two-way: clients get the answer`, edits }] : [];
  },
};
