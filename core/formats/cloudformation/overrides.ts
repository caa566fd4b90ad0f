import { parse as parseToml } from 'smol-toml';
import { valueAt, type Node, type ScalarNode } from '../../syntax/node.ts';
import { parseYaml } from '../../syntax/yaml.ts';
import type { Source } from '../source.ts';

/** A parameter's value in SAM's settings, with its place in that file. */
interface Override {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

type Overrides = ReadonlyMap<string, Override>;

/**
 * The values of parameters that `sam deploy` takes from the file of settings beside the template.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html
 */
export function parameterOverrides(source: Source): ReadonlyMap<string, ScalarNode> {
  const toml = source.include('samconfig.toml');
  const file = toml ?? source.include('samconfig.yaml') ?? source.include('samconfig.yml');
  if (!file) return new Map();
  const overrides = source.once(toml ? overridesInToml : overridesInYaml, file.text);
  const origin = { move: (offset: number) => file.start + offset };
  return new Map(
    [...overrides].map(([name, { value, start, end }]) => {
      const span = { start, end };
      const isWritten = end - start === value.length;
      const offsets = isWritten ? undefined : [...Array.from({ length: value.length }, () => start), end];
      return [
        name,
        {
          kind: 'scalar',
          place: { origin, inner: span, outer: span },
          value,
          quoted: true,
          spelling: 'json',
          offsets: () => offsets,
        },
      ];
    }),
  );
}

function overridesInToml(text: string): Overrides {
  try {
    const settings: unknown = parseToml(text);
    const value = ['deploy', 'global']
      .map((command) => inside(settings, 'default', command, 'parameters', 'parameter_overrides'))
      .find((one) => one !== undefined);
    return placed(pairsOf(value), text);
  } catch {
    // Half-typed settings: the templates' own defaults count until they can be read.
    return new Map();
  }
}

function overridesInYaml(text: string): Overrides {
  const { tree } = parseYaml(text);
  const node = ['deploy', 'global']
    .map((command) => valueAt(tree, 'default', command, 'parameters', 'parameter_overrides'))
    .find((one) => one !== undefined);
  return placed(pairsOf(plain(node)), text);
}

function inside(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([name]) => name === key)?.[1]
        : undefined,
    value,
  );
}

function plain(node: Node | undefined): unknown {
  if (node?.kind === 'scalar') return node.value;
  if (node?.kind === 'list') return node.items.map(plain);
  if (node?.kind === 'map')
    return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)]));
  return undefined;
}

/** `Key=Value "Other=With blanks"`, a list of such texts, or a map. */
function pairsOf(value: unknown): (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap(pairsOf);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([key, one]) => [key, String(one)]);
  }
  if (typeof value !== 'string') return [];
  const pair = /(?:ParameterKey=)?["']?(\w+)["']?(?:,ParameterValue)?=("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']*)/g;
  return [...value.matchAll(pair)].map(([, key = '', written = '']) => [key, unquoted(written)]);
}

function unquoted(written: string): string {
  return /^["']/.test(written) ? written.slice(1, -1).replaceAll(/\\(.)/g, '$1') : written;
}

/** Where the values are written; one that is written with escapes stands where its key does. */
function placed(pairs: readonly (readonly [string, string])[], text: string): Overrides {
  const from = Math.max(0, text.indexOf('parameter_overrides'));
  return new Map(
    pairs
      .filter(([key]) => /^\w+$/.test(key))
      .map(([key, value]) => {
        const match = new RegExp(String.raw`\b${key}\b["']?(?:,ParameterValue)?\s*[=:]\s*[\\"']*`).exec(
          text.slice(from),
        );
        const start = match ? from + match.index + match[0].length : from;
        return [key, { value, start, end: text.startsWith(value, start) ? start + value.length : start }];
      }),
  );
}
