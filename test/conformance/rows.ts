import { readFileSync } from 'node:fs';

/** One message, and the route that API Gateway selects for it. */
export interface RouteRow {
  readonly id: string;
  readonly expression: string;
  readonly payload: string;
  readonly routes: readonly string[];
  /** Null where nothing is evaluated. */
  readonly value: string | null;
  /** Null for a Forbidden frame. */
  readonly route: string | null;
  /** An error diagnostic is due. */
  readonly problem?: true;
}

/** One JSONPath on one message, and what Jayway JsonPath makes of it. */
export interface JaywayRow {
  readonly id: string;
  readonly path: string;
  readonly payload: string;
  readonly outcome: 'value' | 'missing' | 'invalid';
  readonly definite?: boolean;
  /** As Java prints it. */
  readonly string?: string;
}

/** Expressions, messages and route keys with the chosen route. */
export const routeRows = JSON.parse(read('route-selection.json')) as readonly RouteRow[];

/** JSONPaths on messages with their values. */
export const jaywayRows = readLines('jayway.jsonl') as readonly JaywayRow[];

/** The same as messages to route, where every value that can be a key has a route of its own. */
export const jaywayRouteRows: readonly RouteRow[] = jaywayRows.map(({ id, path, payload, ...row }) => {
  const value = row.outcome === 'invalid' ? null : row.string === 'null' ? '' : (row.string ?? '');
  const keys = value ? [value] : [];
  const expression = `\${request.body${path.slice(1)}}`;
  return { id, expression, payload, routes: [...keys, '$default'], value, route: keys[0] ?? '$default' };
});

/** More of them, made of random steps and run through Jayway JsonPath 2.0.0 as well. */
export const ownJaywayRows = readLines('jayway-own.jsonl') as readonly JaywayRow[];

/** Texts that are JSON, or nearly, run through json-smart 2.6.0; `string` is null where it refuses them. */
export const jsonSmartRows = readLines('json-smart.jsonl') as readonly {
  readonly text: string;
  readonly string: string | null;
}[];

/** One template on the values of `velocityContext`, and what Apache Velocity 1.7 makes of it. */
export interface VelocityRow {
  readonly id: string;
  readonly template: string;
  readonly output?: string;
  /** The name of the exception that it throws instead. */
  readonly error?: string;
}

const velocity = JSON.parse(read('velocity.json')) as {
  readonly context: Readonly<Record<string, unknown>>;
  readonly cases: readonly VelocityRow[];
};

/** The variables of the templates. */
export const velocityContext = velocity.context;

/** Templates with what they give. */
export const velocityRows = velocity.cases;

/** More of them, written by hand or made of random parts, and run through Apache Velocity 1.7 as well. */
export const ownVelocityRows = readLines('velocity-own.jsonl') as readonly VelocityRow[];

function readLines(name: string): readonly unknown[] {
  return read(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
