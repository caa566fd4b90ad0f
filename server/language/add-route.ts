import type { Api, Route } from '../../core/api.ts';
import type { Fix } from './rules/rule.ts';

/**
 * Adds a route that runs what another one runs: as a copy it has the file's format and style by itself.
 * Undefined where there is nothing to copy, or the key would need quotes.
 */
export function addRoute(api: Api, text: string, routeKey: string): Fix | undefined {
  const model = modelRouteOf(api);
  const last = api.routes.toSorted((one, other) => one.span.end - other.span.end).at(-1);
  const copy = model && copyAs(routeKey, model, text);
  if (!model || !last || copy === undefined || !/^\$?[\w./-]+$/.test(routeKey)) return undefined;
  const { start } = last.span;
  const end = start + text.slice(start, last.span.end).trimEnd().length;
  const inJson = /^\uFEFF?\s*\{/.test(text);
  const lineBefore = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const onItsOwnLine = /^\s*$/.test(lineBefore);
  if (!inJson && !onItsOwnLine) return undefined;
  return {
    title: `Add a route "${routeKey}" that runs what "${model.routeKey?.value}" runs`,
    edits: [
      {
        span: { start: end, end },
        newText: `${inJson ? ',' : ''}${onItsOwnLine ? `\n${lineBefore}` : ' '}${copy}`,
      },
    ],
  };
}

/** A custom route if there is one: what only `$connect` can have must not be copied. */
function modelRouteOf({ routes }: Api): Route | undefined {
  return routes.toSorted((one, other) => rankOf(one) - rankOf(other))[0];
}

function rankOf({ routeKey }: Route): number {
  return ['$disconnect', '$connect'].indexOf(routeKey?.value ?? '');
}

function copyAs(routeKey: string, route: Route, text: string): string | undefined {
  if (!route.routeKey) return undefined;
  const { span } = route.routeKey;
  const before = text.slice(route.span.start, span.start);
  const after = text.slice(span.end, route.span.end).trimEnd();
  // A quoted or bare key at the very beginning is the route key itself.
  const renamed = before.length <= 1 ? before : before.replace(route.logicalId, freeName(routeKey, text));
  if (before.length > 1 && renamed === before) return undefined;
  return withoutOperationName(`${renamed}${routeKey}${after}`);
}

/** A logical id like `SendMessageRoute` that the file does not use yet. */
function freeName(routeKey: string, text: string): string {
  const words = routeKey.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const base = `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Route`;
  let name = base;
  for (let number = 2; new RegExp(`\\b${name}\\b`).test(text); number++) name = `${base}${number}`;
  return name;
}

function withoutOperationName(definition: string): string {
  return definition.replace(/^[ \t]*"?OperationName"?:.*\r?\n/m, '');
}
