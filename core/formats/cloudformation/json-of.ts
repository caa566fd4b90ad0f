import { maximumDepth, type Node } from '../../syntax/node.ts';
import { callOf } from './intrinsics.ts';

/** More than any schema holds; aliases of aliases may describe more than fits in memory. */
const maximumLength = 1_000_000;

/** The JSON text of a value, with YAML's numbers, booleans and null; intrinsic functions as the text that is told. */
export function jsonOf(node: Node, textOf: (call: Node) => string): string {
  let length = 0;
  return write(node, 0);

  function write(one: Node, depth: number): string {
    if (length > maximumLength || depth > maximumDepth) return 'null';
    const text = callOf(one) ? JSON.stringify(textOf(one)) : writeOwn(one, depth + 1);
    length += text.length;
    return text;
  }

  function writeOwn(one: Node, depth: number): string {
    if (one.kind === 'tagged') return writeOwn(one.value, depth);
    if (one.kind === 'list') return `[${one.items.map((item) => write(item, depth)).join(',')}]`;
    if (one.kind === 'map') {
      return `{${one.entries.map(({ key, value }) => `${JSON.stringify(key.value)}:${write(value, depth)}`).join(',')}}`;
    }
    if (one.quoted) return JSON.stringify(one.value);
    if (/^(?:null|Null|NULL|~|)$/.test(one.value)) return 'null';
    if (/^(?:true|false)$/i.test(one.value)) return one.value.toLowerCase();
    return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(one.value)
      ? one.value
      : JSON.stringify(one.value);
  }
}
