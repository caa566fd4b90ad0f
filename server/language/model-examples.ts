import type { Model } from '../../core/api.ts';
import type { Sample } from '../../core/sample.ts';

/** The messages that a model gives as `example` or `examples`. */
export function readModelExamples(model: Model): readonly Sample[] {
  const { example, examples } = schemaOf(model) ?? {};
  const all = [...(example === undefined ? [] : [example]), ...(Array.isArray(examples) ? examples : [])];
  return all.map((one, index) => ({
    name: all.length === 1 ? model.name : `${model.name} ${index + 1}`,
    text: JSON.stringify(one),
    source: 'model',
  }));
}

function schemaOf({
  schema,
}: Model): { readonly example?: unknown; readonly examples?: unknown } | null | undefined {
  try {
    return JSON.parse(schema) as object;
  } catch {
    return undefined;
  }
}
