import type { Included, Source } from '../formats/source.ts';
import type { ScriptFile, Value } from './value.ts';
import type { Machine } from './machine.ts';

// Constants of constants; what is deeper is no constant of an API.
const deepestImport = 4;

/** Gives what other files of the project define: constants, no constructs, which are read where they stand. */
export function importFile(
  source: Source,
  run: (file: Included) => ReadonlyMap<string, Value>,
  depth: number,
): Machine['imported'] {
  const done = new Map<string, ReadonlyMap<string, Value>>();
  return (from, imported, file) => {
    if (depth >= deepestImport) return undefined;
    for (const [path, name] of candidates(from, imported, file)) {
      const found = source.include(path, file.path);
      if (!found) continue;
      const exported = done.get(found.path) ?? run(found);
      done.set(found.path, exported);
      const value = name === '*' ? constantsOf(exported) : exported.get(name);
      return value && isConstant(value) ? value : undefined;
    }
    return undefined;
  };
}

/** The files that a module may be, with what is meant in it. */
function candidates(
  from: string,
  imported: string,
  { path, script }: ScriptFile,
): (readonly [string, string])[] {
  if (script.language === 'python') return pythonCandidates(from, imported);
  // What `tsconfig.json` maps is known to it; in the well-known templates it is a folder of `src`.
  const alias = /^@(\w+)(\/.*)?$/.exec(from);
  const isAlias = alias !== null && !knownScopes.has(alias[1] ?? '');
  if (!from.startsWith('.') && !isAlias) return [];
  const base = isAlias ? `./src/${alias[1] ?? ''}${alias[2] ?? ''}` : from.replace(/\.[cm]?js$/, '');
  const extensions = /\.[cm]?tsx?$/.test(path)
    ? ['.ts', '/index.ts', '.tsx', '.js']
    : ['.js', '/index.js', '.ts', '.mjs', '.cjs'];
  return extensions.map((extension) => [`${base}${extension}`, imported] as const);
}

const knownScopes = new Set([
  'aws',
  'pulumi',
  'types',
  'serverless',
  'middy',
  'smithy',
  'node',
  'constructs',
]);
const knownPackages =
  /^(?:aws_cdk|aws_lambda_powertools|constructs|boto3|botocore|pulumi\w*|chalice\w*|os|sys|json|typing|pathlib|re|dataclasses|enum|datetime|logging|jsii|cdk_\w+)(?:\.|$)/;

function pythonCandidates(from: string, imported: string): (readonly [string, string])[] {
  if (knownPackages.test(from) || from === '') return [];
  const dots = /^\.*/.exec(from)?.[0].length ?? 0;
  const path = from.slice(dots).replaceAll('.', '/');
  const folders = dots > 0 ? [`./${'../'.repeat(dots - 1)}`] : ['./', '../'];
  return folders.flatMap((folder) => [
    ...(path === '' ? [] : [[`${folder}${path}.py`, imported] as const]),
    ...(imported === '*' ? [] : [[`${folder}${path === '' ? '' : `${path}/`}${imported}.py`, '*'] as const]),
  ]);
}

function constantsOf(exported: ReadonlyMap<string, Value>): Value | undefined {
  const entries = [...exported].flatMap(([name, value]) => {
    const key = { value: name, span: value.span, spelling: 'script-raw' } as const;
    return isConstant(value) ? [[name, { key, value, span: value.span }] as const] : [];
  });
  const span = { start: 0, end: 0 };
  return entries.length > 0 ? { kind: 'map', span, entries: new Map(entries) } : undefined;
}

function isConstant({ kind }: Value): boolean {
  return kind === 'text' || kind === 'map' || kind === 'list' || kind === 'plain';
}
