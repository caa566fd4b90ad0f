import type { Model } from '../../core/api.ts';
import type { Sample } from '../../core/sample.ts';

interface Schema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
}

// Deep enough for real messages; a schema that nests further is cut, not followed.
const deepest = 8;

/** The messages that a model gives as `example` or `examples`. */
export function readModelExamples(model: Model): readonly Sample[] {
  const schema = schemaOf(model);
  const examples = Array.isArray(schema?.['examples']) ? schema['examples'] : [];
  const all = schema && 'example' in schema ? [schema['example'], ...examples] : examples;
  return all.map((example, index) => ({
    name: all.length === 1 ? model.name : `${model.name} ${index + 1}`,
    text: JSON.stringify(example),
    source: 'model',
  }));
}

/** A message with every property that a model describes, for completion; undefined where it describes none. */
export function messageOfModel(model: Model): unknown {
  return valueOf(schemaOf(model), 0);
}

function schemaOf(model: Model): Schema | undefined {
  try {
    return asSchema(JSON.parse(model.schema));
  } catch {
    return undefined;
  }
}

function asSchema(value: unknown): Schema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : undefined;
}

function valueOf(schema: Schema | undefined, depth: number): unknown {
  if (!schema || depth > deepest) return undefined;
  const [given] = [
    schema['example'],
    first(schema['examples']),
    schema['const'],
    schema['default'],
    first(schema['enum']),
  ].filter((value) => value !== undefined);
  if (given !== undefined) return given;
  if (asSchema(schema.properties)) {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, property]) => [
        name,
        valueOf(asSchema(property), depth + 1) ?? null,
      ]),
    );
  }
  const items = asSchema(schema['items']);
  return items ? [valueOf(items, depth + 1) ?? null] : valueOfType(schema['type']);
}

function first(values: unknown): unknown {
  return Array.isArray(values) ? values[0] : undefined;
}

function valueOfType(type: unknown): unknown {
  switch (type) {
    case 'string':
      return '';
    case 'number':
    case 'integer':
      return 0;
    case 'boolean':
      return false;
    default:
      return undefined;
  }
}
