import { type Effort, spend } from '../expression/effort.ts';
import { maxOutputLength } from './limits.ts';
import { isNumber, isTool, JavaDouble, JavaEntry, JavaList, JavaMap, type Key, type Value } from './value.ts';

/** A text would become longer, or a value lies deeper in itself, than can be printed. */
export class TooLong extends Error {}

// Templates can put a list into itself.
const deepest = 500;

/**
 * How Java prints a value: maps as `{a=1, b=two}`, lists as `[1, 2]`, and those that were read from JSON as JSON.
 * Throws `TooLong` beyond the given number of characters.
 */
export function print(value: Value, most = maxOutputLength): string {
  let length = 0;
  return write(value, 0);

  function write(one: Value, depth: number): string {
    if (typeof one === 'string') return count(one);
    if (one === null || typeof one !== 'object') return count(String(one));
    if (one instanceof JavaDouble) return count(one.text);
    if (depth > deepest) throw new TooLong();
    if (one instanceof JavaList) {
      if (one.isJson) return count(toJson(one, most - length));
      count('[, ');
      return `[${one.items.map((item) => write(item, depth + 1)).join(', ')}]`;
    }
    if (one instanceof JavaMap) {
      count('{, ');
      const entries = [...one.entries].map(
        ([key, item]) => `${count(String(key))}=${write(item, depth + 1)}`,
      );
      return `{${entries.join(', ')}}`;
    }
    if (one instanceof JavaEntry) return `${write(one.key, depth)}=${write(one.value, depth + 1)}`;
    return count(isTool(one) ? one.tool : '');
  }

  function count(text: string): string {
    length += text.length + 1;
    if (length > most) throw new TooLong();
    return text;
  }
}

/** A value as JSON. Throws `TooLong` beyond the given number of characters. */
export function toJson(value: Value, most = maxOutputLength): string {
  let length = 0;
  return write(value, 0);

  function write(one: Value, depth: number): string {
    if (one === null || typeof one === 'boolean' || isNumber(one)) return count(print(one));
    if (depth > deepest) throw new TooLong();
    if (one instanceof JavaList) {
      count('[,');
      return `[${one.items.map((item) => write(item, depth + 1)).join(',')}]`;
    }
    if (one instanceof JavaMap) {
      count('{,');
      const entries = [...one.entries].map(
        ([key, item]) => `${count(JSON.stringify(String(key)))}:${write(item, depth + 1)}`,
      );
      return `{${entries.join(',')}}`;
    }
    return count(JSON.stringify(print(one, most)));
  }

  function count(text: string): string {
    length += text.length + 1;
    if (length > most) throw new TooLong();
    return text;
  }
}

/** Prints a value at the cost of its length. */
export function printAtCost(value: Value, effort: Effort): string {
  if (typeof value === 'string') return value;
  const text = print(value, Math.min(maxOutputLength, effort.left));
  spend(effort, text.length);
  return text;
}

/** How a value is found in a map. */
export function keyOf(value: Value): Key {
  return value === null || typeof value !== 'object' ? value : print(value);
}
