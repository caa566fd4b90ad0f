import type { Api, Route } from '../../../core/api.ts';
import type { Edit, Fix, Rule } from './rule.ts';

export const missingDefaultRoute: Rule = {
  code: 'missing-default-route',
  severity: 'information',
  check: ({ api, text }) => {
    const keysAreKnown = api.routes.every(({ routeKey }) => routeKey !== undefined);
    const hasDefault = api.routes.some(({ routeKey }) => routeKey?.value === '$default');
    if (api.routes.length === 0 || !keysAreKnown || hasDefault) return [];
    return [
      {
        span: api.span,
        message:
          'There is no $default route: clients get a "Forbidden" frame for every message that selects no route.',
        fixes: fixesOf(api, text),
      },
    ];
  },
};

/** Adds a route that runs what another one runs: the copy has the file's format and style by itself. */
function fixesOf(api: Api, text: string): Fix[] {
  const model = modelRouteOf(api);
  const last = api.routes.toSorted((one, other) => one.span.end - other.span.end).at(-1);
  const copy = model && copyAsDefault(model, text);
  if (!last || copy === undefined) return [];
  const inJson = /^\uFEFF?\s*\{/.test(text);
  const lineBefore = text.slice(text.lastIndexOf('\n', last.span.start - 1) + 1, last.span.start);
  const onItsOwnLine = /^\s*$/.test(lineBefore);
  if (!inJson && !onItsOwnLine) return [];
  const end = last.span.start + text.slice(last.span.start, last.span.end).trimEnd().length;
  const edit: Edit = {
    span: { start: end, end },
    newText: `${inJson ? ',' : ''}${onItsOwnLine ? `\n${lineBefore}` : ' '}${copy}`,
  };
  return [{ title: `Add a $default route that runs what "${model?.routeKey?.value}" runs`, edits: [edit] }];
}

/** A custom route if there is one: what only `$connect` can have must not be copied. */
function modelRouteOf({ routes }: Api): Route | undefined {
  return routes.toSorted((one, other) => rankOf(one) - rankOf(other))[0];
}

function rankOf({ routeKey }: Route): number {
  return ['$disconnect', '$connect'].indexOf(routeKey?.value ?? '');
}

function copyAsDefault(route: Route, text: string): string | undefined {
  if (!route.routeKey) return undefined;
  const { span } = route.routeKey;
  const before = text.slice(route.span.start, span.start);
  const after = text.slice(span.end, route.span.end).trimEnd();
  const name = newName(text);
  // A quoted or bare key at the very beginning is the route key itself.
  const renamed = before.length <= 1 ? before : before.replace(route.logicalId, name);
  if (before.length > 1 && renamed === before) return undefined;
  return withoutOperationName(`${renamed}$default${after}`);
}

function newName(text: string): string {
  let name = 'DefaultRoute';
  for (let number = 2; new RegExp(`\\b${name}\\b`).test(text); number++) name = `DefaultRoute${number}`;
  return name;
}

function withoutOperationName(definition: string): string {
  return definition.replace(/^[ \t]*"?OperationName"?:.*\r?\n/m, '');
}
