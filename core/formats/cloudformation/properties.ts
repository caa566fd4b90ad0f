import { entryOf, type Node } from '../../syntax/node.ts';
import type { Text } from '../../text.ts';
import { callOf } from './intrinsics.ts';
import { displayOf, referencesOf } from './display.ts';
import { jsonOf } from './json-of.ts';
import { follow, placedText, sourceOf, staticText } from './resolve.ts';
import type { Template } from './template.ts';

/** Reads the properties of one resource, intrinsic functions replaced where the file alone can. */
export interface Properties {
  node(name: string): Node | undefined;
  text(name: string): Text | undefined;
  string(name: string): string | undefined;
  number(name: string): number | undefined;
  boolean(name: string): boolean | undefined;
  /** The logical id that `Ref` or `Fn::GetAtt` names. */
  reference(name: string): string | undefined;
  /** The value as text: its references in `${}`, or in `{}` where `Fn::Join` put it together. */
  display(name: string): string | undefined;
  /** Texts by key; those that cannot be computed as their source; undefined where there is no map. */
  strings(name: string): Record<string, string> | undefined;
  /** A map as plain data, intrinsic functions as text. */
  values(name: string): Readonly<Record<string, unknown>> | undefined;
  inside(name: string): Properties;
}

/** The reader for a map of properties. */
export function propertiesOf(map: Node | undefined, template: Template): Properties {
  const node = (name: string) => follow(entryOf(map, name)?.value, template);
  const string = (name: string) => staticText(node(name), template);
  return {
    node,
    string,
    text: (name) => placedText(entryOf(map, name)?.value, template),
    number: (name) => {
      const value = Number(string(name) || Number.NaN);
      return Number.isNaN(value) ? undefined : value;
    },
    boolean: (name) => {
      const value = string(name)?.toLowerCase();
      return value === 'true' ? true : value === 'false' ? false : undefined;
    },
    reference: (name) => referencesOf(node(name), template)[0]?.name,
    display: (name) => displayOf(node(name), template),
    strings: (name) => {
      const found = node(name);
      if (found?.kind !== 'map' || callOf(found)) return undefined;
      return Object.fromEntries(
        found.entries.map(({ key, value }) => [
          key.value,
          displayOf(value, template) ?? sourceOf(value, template),
        ]),
      );
    },
    values: (name) => {
      const found = node(name);
      return found?.kind === 'map'
        ? JSON.parse(jsonOf(found, (call) => displayOf(call, template) ?? ''))
        : undefined;
    },
    inside: (name) => propertiesOf(node(name), template),
  };
}

/** Properties that fall back to others, maps merged key by key, as SAM applies `Globals`. */
export function layered(own: Properties, globals: Properties): Properties {
  return {
    node: (name) => own.node(name) ?? globals.node(name),
    text: (name) => own.text(name) ?? globals.text(name),
    string: (name) => own.string(name) ?? globals.string(name),
    number: (name) => own.number(name) ?? globals.number(name),
    boolean: (name) => own.boolean(name) ?? globals.boolean(name),
    reference: (name) => own.reference(name) ?? globals.reference(name),
    display: (name) => own.display(name) ?? globals.display(name),
    strings: (name) => {
      const [mine, theirs] = [own.strings(name), globals.strings(name)];
      return mine || theirs ? { ...theirs, ...mine } : undefined;
    },
    values: (name) => {
      const [mine, theirs] = [own.values(name), globals.values(name)];
      return mine && theirs ? merged(theirs, mine) : (mine ?? theirs);
    },
    inside: (name) => layered(own.inside(name), globals.inside(name)),
  };
}

function merged(under: Readonly<Record<string, unknown>>, over: Readonly<Record<string, unknown>>) {
  const all: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = all[key];
    all[key] = isRecord(below) && isRecord(value) ? merged(below, value) : value;
  }
  return all;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
