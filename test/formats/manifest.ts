import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outline } from '../../server/cli/outline.ts';

/** A row of the corpus: a definition that somebody published, and what it defines. */
export interface ManifestRow {
  readonly id: string;
  readonly format: string;
  readonly file: string;
  readonly apis: readonly Outline[];
}

/** Where the corpus is. */
export const corpusFolder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/** The rows of some formats, or of all; empty where the corpus is not on this machine. */
export function manifestRows(...formats: readonly string[]): ManifestRow[] {
  const manifest = `${corpusFolder}manifest.json`;
  if (!existsSync(manifest)) return [];
  const { rows }: { rows: ManifestRow[] } = JSON.parse(readFileSync(manifest, 'utf8'));
  return rows
    .filter((row) => formats.length === 0 || formats.includes(row.format))
    .map((row) => ({ ...row, file: `${corpusFolder}${row.file}` }));
}

/**
 * An API as both sides can say it: without places, remarks about where values come from and the order of routes,
 * and of the endpoint's switches only those that the manifest states.
 */
export function comparable(api: Outline, stated: Outline = api): Outline {
  const settings = Object.keys(api).filter((key) => key.startsWith('disable') && !(key in stated));
  const routes = (api['routes'] as Outline[]).map((route) => ({
    ...without(route, 'line', 'routeResponse', 'shadowed', 'src', ...authorizationOf(route)),
    ...('src' in route && { codeUri: route['src'] }),
    ...('authorizer' in route && {
      authorizer: without(route['authorizer'] as Outline, 'identitySourceSource'),
    }),
    // One row repeats the route's `codeUri` here.
    target: without(route['target'] as Outline, 'codeUri'),
  }));
  return {
    ...without(api, 'format', 'file', 'rseSource', 'nameIsIntrinsic', 'nameSource', ...settings),
    routes: sortedBy(routes, 'routeKey'),
  };
}

/** The authorizer says the type as well, which frameworks derive from it. */
function authorizationOf(route: Outline): readonly string[] {
  return 'authorizer' in route ? ['authorizationType'] : [];
}

/** An outline without some of what it says. */
export function without(outline: Outline, ...keys: readonly string[]): Outline {
  return Object.fromEntries(Object.entries(outline).filter(([key]) => !keys.includes(key)));
}

function sortedBy(rows: readonly Outline[], key: string): Outline[] {
  return rows.toSorted((one, other) => String(one[key]).localeCompare(String(other[key])));
}
