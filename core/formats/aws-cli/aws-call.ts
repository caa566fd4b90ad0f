import type { Span } from '../../span.ts';
import { readArguments } from './arguments.ts';
import { fileOf, type Run } from './run.ts';
import { nameIn, unknownValue, type Value } from './value.ts';

/** Options that stand before the service and have a value. */
const general = new Set([
  '--region',
  '--profile',
  '--output',
  '--endpoint-url',
  '--query',
  '--ca-bundle',
  '--color',
  '--cli-read-timeout',
  '--cli-connect-timeout',
  '--cli-binary-format',
]);

/** What makes or changes a part of an API. */
const made = /^apigatewayv2 (?:create|update)-|^lambda (?:create-function|add-permission)$/;

/** What a part is called by, where no variable takes its id. */
const names = [
  'Name',
  'FunctionName',
  'RouteKey',
  'StageName',
  'RouteResponseKey',
  'IntegrationResponseKey',
  'StatementId',
];

const ids =
  /^(?:Api|Route|Integration|Authorizer|Model|Deployment|RouteResponse|IntegrationResponse|ApiMapping)Id$|^FunctionName$/;

/** Notes a call of the AWS CLI and gives what it prints; undefined where the command is something else. */
export function awsCall(run: Run, values: readonly Value[], span: Span): readonly Value[] | undefined {
  const at = values
    .slice(0, 6)
    .findIndex(({ display }) => /(?:^|[\\/])aws(?:local|\.exe|\.cmd)?$/.test(display));
  if (at === -1 || /^(?:echo|printf|write-|#)/i.test(values[0]?.display ?? '')) return undefined;
  const { words, rest } = dividedAt(values.slice(at + 1), 2);
  const [service = '', operation = ''] = words;
  const query = queryIn(rest);
  if (service === 'lambda' && operation.startsWith('get-function')) {
    const named = rest[rest.findIndex(({ display }) => display === '--function-name') + 1];
    return [unknownValue(`${named?.display ?? ''}.${query}`, span)];
  }
  if (!made.test(`${service} ${operation}`)) return [unknownValue(run.taker?.name ?? operation, span)];
  const options = readArguments(rest, (path) => fileOf(run, path), run.problems);
  const name = names.map((one) => options.get(one)?.given).find((given) => given?.kind === 'text');
  const own = name?.kind === 'text' && name.display ? name.display : operation.replace(/^\w+-/, '');
  const isChange = operation.startsWith('update');
  const taker = isChange ? undefined : run.taker;
  const id = unique(run, taker?.name ?? (isChange ? operation : own));
  run.calls.push({ service, operation, options, id, span, ...(taker && { nameSpan: taker.span }) });
  return [selected(unknownValue(id, span), query)];
}

/** The first words that are no options, and what stands behind them. */
function dividedAt(
  values: readonly Value[],
  count: number,
): { words: readonly string[]; rest: readonly Value[] } {
  const words: string[] = [];
  let at = 0;
  while (at < values.length && words.length < count) {
    const display = values[at]?.display ?? '';
    if (!display.startsWith('-')) words.push(display);
    at += general.has(display) ? 2 : 1;
  }
  return { words, rest: values.slice(at) };
}

/** The member of what a command printed; of what made something, the id stands for the whole. */
export function selected(value: Value, path = ''): Value {
  const name = nameIn(value);
  const member = /([A-Za-z]\w*)\W*$/.exec(path)?.[1];
  if (name === undefined || member === undefined) return value;
  return unknownValue(ids.test(member) ? name : `${name}.${member}`, value.span);
}

function queryIn(values: readonly Value[]): string {
  const at = values.findIndex(({ display }) => display.startsWith('--query'));
  const value = values[at];
  if (!value) return '';
  return value.display.startsWith('--query=') ? value.display.slice(8) : (values[at + 1]?.display ?? '');
}

function unique({ ids }: Run, wanted: string): string {
  let id = wanted;
  for (let nth = 2; ids.has(id); nth++) id = `${wanted}-${nth}`;
  ids.add(id);
  return id;
}
