import type { Api, Route } from '../../../core/api.ts';
import type { Edit } from '../rules/rule.ts';
import { insertion } from './block.ts';
import type { Dialect } from './dialect.ts';
import { plainNames } from './plain-names.ts';

/** Programs in TypeScript and JavaScript: a route's options are an object. */
export const cdkScript: Dialect = {
  ...plainNames,
  twoWay: (api, route, text) => optionIn(api, route, text, 'returnResponse: true'),
};

/** Programs in Python: a route's options are named arguments, or a dictionary. */
export const cdkPython: Dialect = {
  ...plainNames,
  twoWay: (api, route, text) => optionIn(api, route, text, 'return_response=True'),
};

/** Adds an option where a route's options begin, on a line of its own where the first one has one. */
function optionIn(_: Api, route: Route, text: string, option: string): Edit[] | undefined {
  if (route.routeResponseSelectionExpression || !route.routeKey) return undefined;
  const opening = optionsOf(route, text);
  if (opening === undefined) return undefined;
  const [blanks = ''] = /^\s*/.exec(text.slice(opening)) ?? [];
  const isEmpty = /^[)}]/.test(text.slice(opening + blanks.length));
  const isDictionary = option.includes('=') && text.charAt(opening - 1) === '{';
  const written = isDictionary ? option.replace(/(\w+)=/, '"$1": ') : option;
  if (isEmpty) return [insertion(opening, blanks === '' ? ` ${written} ` : ` ${written}`)];
  return [insertion(opening + blanks.length, `${written},${blanks.includes('\n') ? blanks : ' '}`)];
}

/** The offset behind the brace, parenthesis or comma that the first option follows. */
function optionsOf({ routeKey, span }: Route, text: string): number | undefined {
  const inside = routeKey && routeKey.span.end > span.start && routeKey.span.end < span.end;
  const from = inside ? routeKey.span.end : span.start;
  const written = text.slice(from, span.end);
  const found = inside ? /^["'`]?\s*,\s*\{?/.exec(written) : /[({]/.exec(written);
  return found ? from + found.index + found[0].trimEnd().length : undefined;
}
