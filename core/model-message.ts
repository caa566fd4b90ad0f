import type { Model } from './api.ts';

interface Schema {
  readonly [keyword: string]: unknown;
}

// Deep enough for real messages; a schema that nests further is cut, not followed.
const deepest = 8;

/** A message that satisfies a model; undefined where the model describes none, or cannot be read. */
export function messageOfModel({ schema }: Model): unknown {
  try {
    return messageOfSchema(JSON.parse(schema));
  } catch {
    return undefined;
  }
}

/**
 * A message that satisfies a JSON Schema of draft 04, with every property that it describes; undefined where it
 * describes none. A `pattern` is satisfied only where it is a plain text.
 */
export function messageOfSchema(schema: unknown): unknown {
  return valueOf(asSchema(schema), asSchema(schema) ?? {}, 0);
}

function valueOf(schema: Schema | undefined, root: Schema, depth: number): unknown {
  if (!schema || depth > deepest) return undefined;
  const { $ref } = schema;
  if (typeof $ref === 'string') return valueOf(resolve($ref, root), root, depth + 1);
  const [given] = [
    schema['example'],
    first(schema['examples']),
    schema['const'],
    schema['default'],
    first(schema['enum']),
  ].filter((value) => value !== undefined);
  if (given !== undefined) return given;
  const parts = schemasIn(schema['allOf']).map((part) => valueOf(part, root, depth + 1));
  const [choice] = [...schemasIn(schema['oneOf']), ...schemasIn(schema['anyOf'])];
  const own = valueOfKeywords(schema, root, depth);
  const all = [own, ...parts, choice && valueOf(choice, root, depth + 1)].filter(
    (value) => value !== undefined,
  );
  if (all.every((value) => asSchema(value) !== undefined) && all.length > 0) return Object.assign({}, ...all);
  return all[0];
}

function valueOfKeywords(schema: Schema, root: Schema, depth: number): unknown {
  const properties = asSchema(schema['properties']);
  if (properties) {
    const entries = Object.entries(properties).map(([name, property]) => [
      name,
      valueOf(asSchema(property), root, depth + 1) ?? null,
    ]);
    return Object.fromEntries(entries);
  }
  const items = asSchema(schema['items']) ?? asSchema(first(schema['items']));
  if (items) {
    const length = Math.min(20, Math.max(1, numberIn(schema, 'minItems')));
    return Array.from({ length }, () => valueOf(items, root, depth + 1) ?? null);
  }
  const type = Array.isArray(schema['type']) ? first(schema['type']) : schema['type'];
  return valueOfType(type, schema);
}

function valueOfType(type: unknown, schema: Schema): unknown {
  switch (type) {
    case 'string':
      return textOf(schema);
    case 'number':
    case 'integer':
      return numberOf(schema);
    case 'boolean':
      return false;
    case 'object':
      return {};
    case 'array':
      return [];
    default:
      return undefined;
  }
}

const formats: Readonly<Record<string, string>> = {
  'date-time': '2026-01-31T12:00:00Z',
  date: '2026-01-31',
  time: '12:00:00Z',
  email: 'someone@example.com',
  uri: 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
  ipv4: '192.0.2.1',
};

function textOf(schema: Schema): string {
  const { format, pattern } = schema;
  const [, literal] = typeof pattern === 'string' ? (/^\^([\w -]*)\$$/.exec(pattern) ?? []) : [];
  const text = literal ?? (typeof format === 'string' ? formats[format] : undefined) ?? '';
  return text.padEnd(Math.min(1000, numberIn(schema, 'minLength')), 'x');
}

function numberOf(schema: Schema): number {
  const { exclusiveMinimum, minimum } = schema;
  const isAbove = exclusiveMinimum === true || typeof exclusiveMinimum === 'number';
  const lowest = typeof exclusiveMinimum === 'number' ? exclusiveMinimum : minimum;
  if (typeof lowest !== 'number') return Math.min(0, numberIn(schema, 'maximum'));
  return Math.ceil(lowest) + (isAbove && Number.isInteger(lowest) ? 1 : 0);
}

/** A place in the schema itself, such as `#/definitions/room`. */
function resolve(reference: string, root: Schema): Schema | undefined {
  if (!reference.startsWith('#')) return undefined;
  const names = reference.split('/').slice(1);
  return asSchema(
    names.reduce<unknown>(
      (at, name) => asSchema(at)?.[name.replaceAll('~1', '/').replaceAll('~0', '~')],
      root,
    ),
  );
}

function schemasIn(value: unknown): Schema[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  return all.map(asSchema).filter((one) => one !== undefined);
}

function numberIn(schema: Schema, keyword: string): number {
  const value = schema[keyword];
  return typeof value === 'number' ? value : 0;
}

function asSchema(value: unknown): Schema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : undefined;
}

function first(values: unknown): unknown {
  return Array.isArray(values) ? values[0] : undefined;
}
