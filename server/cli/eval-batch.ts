import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { compileRoutes, type RouteSelector } from '../../core/routing/select-route.ts';
import { answerOf } from './answer.ts';
import type { EvalOptions } from './eval.ts';
import { Failure } from './failure.ts';

interface Row {
  readonly id: unknown;
  readonly expression: string;
  readonly payload: string;
  readonly routes: readonly string[];
}

const mostSelectors = 1000;

/** Answers each line of stdin with a line; 1 where a line could not be understood, which has an `error` instead. */
export async function evaluateBatch(expression: string | undefined, options: EvalOptions): Promise<number> {
  const { payload, payloadFile, route } = options;
  if ([expression, payload, payloadFile, route[0]].some((given) => given !== undefined))
    throw new Failure(
      'eval --batch reads expressions, payloads and routes from stdin; it takes none here.',
      2,
    );
  const selectors = new Map<string, RouteSelector>();
  let status = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const row = readRow(line);
    if ('error' in row) status = 1;
    const answer = 'error' in row ? row : { id: row.id, ...answerOf(selectorOf(row), row.payload) };
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain');
  }
  return status;

  function selectorOf(row: Row): RouteSelector {
    const key = JSON.stringify([row.expression, row.routes]);
    const known = selectors.get(key);
    if (known) return known;
    const selector = compileRoutes(row.expression, row.routes);
    if (selectors.size >= mostSelectors) selectors.clear();
    selectors.set(key, selector);
    return selector;
  }
}

function readRow(line: string): Row | { readonly id: unknown; readonly error: string } {
  let value: unknown;
  try {
    // The byte order mark that some shells write before the first line is white space here.
    value = JSON.parse(line.trim());
  } catch {
    return { id: null, error: 'This line is not JSON.' };
  }
  if (typeof value !== 'object' || value === null)
    return { id: null, error: 'This line is not a JSON object.' };
  const { id = null, expression, payload, routes = [] } = value as Partial<Record<string, unknown>>;
  if (typeof expression !== 'string') return { id, error: '"expression" must be a string.' };
  if (typeof payload !== 'string')
    return { id, error: '"payload" must be a string: the message as it is sent.' };
  const areKeys = Array.isArray(routes) && routes.every((key) => typeof key === 'string');
  return areKeys ? { id, expression, payload, routes } : { id, error: '"routes" must be a list of strings.' };
}
