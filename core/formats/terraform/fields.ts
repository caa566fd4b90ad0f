import { isInside, type Span } from '../../span.ts';
import type { HclBody, HclExpression } from '../../syntax/hcl-tree.ts';
import { evaluate } from './evaluate.ts';
import { notNull } from './module.ts';
import { spanIn, type Scope } from './scope.ts';
import { stringOf, type MapValue, type TextValue, type Value } from './value.ts';

/** What is written for one name. */
export interface Field {
  /** The name. */
  readonly keySpan: Span;
  /** The value as it stands there. */
  readonly span: Span;
  /** Undefined for null. */
  readonly value: () => Value | undefined;
  /** The name as it is written, where it is the key of a map. */
  readonly key?: TextValue;
  /** What it is computed of, where it is an attribute of a block. */
  readonly written?: { readonly expression: HclExpression; readonly scope: Scope };
}

/** Attributes and blocks inside a block, or the keys of a map: how modules are given the same things. */
export interface Fields {
  readonly names: () => readonly string[];
  readonly get: (name: string) => Field | undefined;
  /** The blocks of a name; in JSON and for modules maps, or lists of maps. */
  readonly inside: (name: string) => readonly Fields[];
}

/** What a block says. */
export function fieldsOf(body: HclBody, scope: Scope): Fields {
  const attribute = (name: string) => body.attributes.findLast((one) => one.name === name);
  const blocks = (name: string) => body.blocks.filter((block) => block.type === name);
  const find = (name: string): Field | undefined => {
    const found = attribute(name);
    if (!found) {
      const [block] = blocks(name);
      if (!block) return undefined;
      const span = spanIn(scope, block);
      return { keySpan: spanIn(scope, { span: block.typeSpan }), span, value: () => undefined };
    }
    return {
      keySpan: spanIn(scope, { span: found.nameSpan }),
      span: spanIn(scope, found.value),
      written: { expression: found.value, scope },
      value: remembered(() => notNull(evaluate(found.value, scope))),
    };
  };
  const known = new Map<string, Field | undefined>();
  const get = (name: string): Field | undefined => {
    if (!known.has(name)) known.set(name, find(name));
    return known.get(name);
  };
  return {
    names: () => [
      ...new Set([...body.attributes.map((one) => one.name), ...body.blocks.map(({ type }) => type)]),
    ],
    get,
    inside: (name) => [
      ...blocks(name).map((block) => fieldsOf(block.body, scope)),
      ...mapsIn(get(name)?.value()),
    ],
  };
}

/** What a map says. */
export function fieldsOfMap(map: MapValue): Fields {
  const get = (name: string): Field | undefined => {
    const entry = map.entries.findLast(({ key }) => stringOf(key) === name);
    return (
      entry && {
        key: entry.key,
        keySpan: isInside(entry.key.inner, entry.place) ? entry.key.inner : entry.place,
        span: entry.value.span,
        value: () => notNull(entry.value),
      }
    );
  };
  return {
    names: () => map.entries.flatMap(({ key }) => stringOf(key) ?? []),
    get,
    inside: (name) => mapsIn(get(name)?.value()),
  };
}

function mapsIn(value: Value | undefined): Fields[] {
  if (value?.kind === 'map') return [fieldsOfMap(value)];
  return value?.kind === 'list' ? value.items.flatMap(mapsIn) : [];
}

function remembered<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
}
