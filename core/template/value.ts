import { printDouble } from '../json/java-number.ts';
import type { Node } from './node.ts';

/** A value of a template, as Java holds it; `null` also stands for what does not exist. */
export type Value =
  null | boolean | string | bigint | JavaDouble | JavaList | JavaMap | JavaEntry | Block | Tool;

/** A number with a fraction. */
export class JavaDouble {
  readonly value: number;
  /** As Java prints it, where it was read from a text that has more digits than a double. */
  readonly text: string;

  constructor(value: number, text = printDouble(value)) {
    this.value = value;
    this.text = text;
  }
}

/** A list, which templates can change. */
export class JavaList {
  readonly items: Value[];
  /** A list that was read from JSON is printed as JSON. */
  readonly isJson: boolean;

  constructor(items: Value[], isJson = false) {
    this.items = items;
    this.isJson = isJson;
  }
}

/** What the keys of a map can be: others are taken by how they are printed. */
export type Key = null | boolean | string | bigint;

/** A map, which templates can change and which keeps its order. */
export class JavaMap {
  readonly entries: Map<Key, Value>;

  constructor(entries: Iterable<readonly [Key, Value]> = []) {
    this.entries = new Map(entries);
  }
}

/** One entry of a map. */
export class JavaEntry {
  readonly key: Value;
  readonly value: Value;

  constructor(key: Value, value: Value) {
    this.key = key;
    this.value = value;
  }
}

/** What `#define` keeps: it is rendered wherever it is named. */
export class Block {
  readonly nodes: readonly Node[];

  constructor(nodes: readonly Node[]) {
    this.nodes = nodes;
  }
}

/** Something with methods of its own, such as `$input`. */
export interface Tool {
  readonly tool: string;
  /** Undefined where there is no such method. */
  readonly call: (method: string, given: readonly Value[]) => Value | undefined;
  readonly property: (name: string) => Value;
}

/** Whether a value is one of `$input`, `$util` and the like. */
export function isTool(value: Value): value is Tool {
  return typeof value === 'object' && value !== null && 'tool' in value;
}

/** Whether a value is a number. */
export function isNumber(value: Value): value is bigint | JavaDouble {
  return typeof value === 'bigint' || value instanceof JavaDouble;
}
