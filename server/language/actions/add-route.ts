import * as l10n from '@vscode/l10n';
import type { Api, Route } from '../../../core/api.ts';
import { behindComment, insertion, itemIndentAt, separatorBefore, trimmed } from '../dialects/block.ts';
import { dialectOf } from '../dialects/dialects.ts';
import { mentionOf } from '../navigation/mention.ts';
import type { Edit, Fix } from '../rules/rule.ts';

// Where the first few cannot be copied, the others cannot either.
const mostModels = 5;

/**
 * Adds a route that runs what another one runs: as a copy it has the file's format and style by itself. An API
 * without routes gets one of what its file has. Undefined where the format does not allow either.
 */
export function addRoute(api: Api, text: string, routeKey: string): Fix | undefined {
  return addRoutes(api, text, [routeKey]);
}

/** Adds several routes, as `addRoute` does. */
export function addRoutes(api: Api, text: string, routeKeys: readonly string[]): Fix | undefined {
  const names = routeKeys.map((key) => `"${key}"`).join(', ');
  const isOne = routeKeys.length === 1;
  for (const model of modelRoutesOf(api, dialectOf(api.format).makesSeveral)) {
    const copies = copiesOf(api, text, model, routeKeys);
    const other = model.routeKey?.value;
    const title = isOne
      ? l10n.t('Add a route {0} that runs what "{1}" runs', names, other ?? '')
      : l10n.t('Add the routes {0} that run what "{1}" runs', names, other ?? '');
    if (copies) return { title, edits: copies };
  }
  const edits = dialectOf(api.format).firstRoute?.(api, text, routeKeys);
  return (
    edits && { title: isOne ? l10n.t('Add a route {0}', names) : l10n.t('Add the routes {0}', names), edits }
  );
}

/** Custom routes first: what only `$connect` can have must not be copied. */
function modelRoutesOf(
  { routes }: Api,
  makesSeveral: (route: Route) => boolean = () => false,
): readonly Route[] {
  return routes
    .filter((route) => route.routeKey && !route.routeKey.implied && !makesSeveral(route))
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .slice(0, mostModels);
}

function lastOf(routes: readonly Route[]): Route | undefined {
  return routes.toSorted((one, other) => one.span.end - other.span.end).at(-1);
}

function rankOf({ routeKey }: Route): number {
  return ['$disconnect', '$connect'].indexOf(routeKey?.value ?? '');
}

function copiesOf(api: Api, text: string, model: Route, routeKeys: readonly string[]): Edit[] | undefined {
  // A route without a name stands in what it runs, or beside what it needs.
  const last = dialectOf(api.format).routeName ? lastOf(api.routes) : model;
  if (!last) return undefined;
  const { start, end } = statementOf(text, last);
  const inJson = dialectOf(api.format).withCommas ?? /^\uFEFF?\s*\{/.test(text);
  const indent = itemIndentAt(text, start);
  if (!inJson && indent === undefined) return undefined;
  const before = indent === undefined ? ' ' : separatorBefore(text, start) + indent;
  let written = text;
  let newText = '';
  for (const routeKey of routeKeys) {
    const copy = copyAs(api, routeKey, model, written);
    if (copy === undefined) return undefined;
    newText += `${inJson ? ',' : ''}${before}${copy}`;
    written += copy;
  }
  return [insertion(inJson ? end : behindComment(text, end), newText)];
}

/** A route with the semicolon behind it, if there is one. */
function statementOf(text: string, route: Route): { readonly start: number; readonly end: number } {
  const { start, end } = trimmed(text, route.span);
  return { start, end: text[end] === ';' ? end + 1 : end };
}

function copyAs(api: Api, routeKey: string, route: Route, text: string): string | undefined {
  const dialect = dialectOf(api.format);
  const key = route.routeKey && mentionOf(route.routeKey, true).renamed?.(routeKey);
  const { start, end } = statementOf(text, route);
  // The default of a parameter stands elsewhere, and has other uses.
  if (!route.routeKey || key === undefined) return undefined;
  const { span } = route.routeKey;
  if (span.start < start || span.end > end) return undefined;
  const before = text.slice(start, span.start);
  const after = text.slice(span.end, end);
  // A quoted or bare key at the very beginning is the route key itself.
  const isNamed = dialect.routeName !== undefined && before.length > 1;
  const name = dialect.nameOf?.(route.logicalId) ?? route.logicalId;
  const renamed = isNamed ? before.replace(name, dialect.routeName(routeKey, text)) : before;
  if (isNamed && renamed === before) return undefined;
  return withoutLines(`${renamed}${key}${after}`, dialect.onlyOneRoute);
}

function withoutLines(definition: string, lines: RegExp | undefined): string {
  return lines
    ? // The last line of the definition has no line break of its own.
      `${definition}\n`
        .replaceAll(lines, '')
        .replaceAll(/,(\s*\})/g, '$1')
        .trimEnd()
    : definition;
}
