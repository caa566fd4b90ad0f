import type { LambdaFunction } from '../../api.ts';
import { parseArc } from '../../syntax/arc.ts';
import { spanOf, valueAt, type Node } from '../../syntax/node.ts';
import type { Text } from '../../text.ts';
import type { Source } from '../source.ts';
import { written } from '../written.ts';
import { logicalIdOf } from './naming.ts';
import type { ArchitectRoute } from './routes.ts';

// The newest of those that the short names stand for. https://arc.codes/docs/en/reference/project-manifest/aws
const aliases: Readonly<Record<string, string>> = {
  node: 'nodejs22.x',
  nodejs: 'nodejs22.x',
  python: 'python3.13',
  py: 'python3.13',
  ruby: 'ruby3.4',
  rb: 'ruby3.4',
};

// In seconds. https://arc.codes/docs/en/reference/project-manifest/aws
const defaultTimeout = 5;

/** Names of the files that Architect takes for the handler's, by language; the first that is there. */
const handlerFiles: readonly (readonly [runtime: RegExp, files: readonly string[]])[] = [
  [/^python/, ['lambda.py', 'handler.py', 'index.py']],
  [/^ruby/, ['lambda.rb', 'handler.rb', 'index.rb']],
  [/^deno/, ['mod.ts', 'mod.js', 'index.ts', 'index.js']],
];

/** The function that runs a route: in the folder `src/ws/NAME` unless it names one, with the settings of `@aws`. */
export function functionOf(
  route: ArchitectRoute,
  project: Node | undefined,
  app: string,
  source: Source,
): LambdaFunction {
  const folder = route.source?.value ?? `src/ws/${route.name}`;
  const own = ownSettings(folder, source);
  const setting = (name: string) => own(name) ?? settingOf(project, name);
  const named = setting('runtime')?.toLowerCase();
  const runtime = named === undefined ? undefined : (aliases[named] ?? named);
  const timeout = Number(setting('timeout') ?? defaultTimeout);
  const memory = Number(setting('memory') ?? Number.NaN);
  return {
    logicalId: `${logicalIdOf(route.name)}WSLambda`,
    span: route.source ? spanOf(route.source) : route.span,
    handler: handlerOf(setting('handler') ?? handlerIn(folder, runtime, source), route),
    codeUri: folder,
    timeoutInSeconds: Number.isNaN(timeout) ? defaultTimeout : timeout,
    ...written({ runtime, memoryInMegabytes: Number.isNaN(memory) ? undefined : memory }),
    environment: { ARC_APP_NAME: app, ARC_ENV: 'staging' },
  };
}

/** What `config.arc` in the folder of the code says. */
function ownSettings(folder: string, source: Source): (name: string) => string | undefined {
  const included = source.include(`${folder}/config.arc`);
  if (!included) return () => undefined;
  const { tree } = source.once(parseArc, included.text);
  return (name) => settingOf(valueAt(tree, 'arc'), name) ?? settingOf(valueAt(tree, 'aws'), name);
}

/** A setting of `@aws`: a line of two words, or the value of a key in JSON and YAML; the last one counts. */
function settingOf(section: Node | undefined, name: string): string | undefined {
  const direct = valueAt(section, name);
  if (direct?.kind === 'scalar') return direct.value;
  if (section?.kind !== 'list') return undefined;
  return section.items
    .flatMap((item) => {
      const [key, value] = item.kind === 'list' ? item.items : [];
      return key?.kind === 'scalar' && key.value === name && value?.kind === 'scalar' ? [value.value] : [];
    })
    .at(-1);
}

function handlerIn(folder: string, runtime: string | undefined, source: Source): string {
  const files = handlerFiles.find(([pattern]) => pattern.test(runtime ?? ''))?.[1];
  if (!files) return 'index.handler';
  const there = source.list(folder);
  const file = files.find((one) => there.includes(one)) ?? files[0] ?? 'index.py';
  return `${file.slice(0, file.lastIndexOf('.'))}.handler`;
}

/** Nobody writes it; it is shown at what names the route, and nowhere where nothing does. */
function handlerOf(value: string, { routeKey }: ArchitectRoute): Text {
  const { end } = routeKey.span;
  const span = routeKey.implied ? { start: end, end } : routeKey.span;
  const offsets = [...Array.from({ length: value.length }, () => span.start), span.end];
  return { value, span, spelling: 'yaml-plain', implied: true, offsets };
}
