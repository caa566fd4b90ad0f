import { print, toJson, TooLong } from './print.ts';
import type { Value } from './value.ts';

const longest = 60;

/** A value in one short line: texts in quotes, others as templates print them. */
export function preview(value: Value): string {
  try {
    const text = typeof value === 'string' ? toJson(value) : print(value);
    return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  } catch (error) {
    if (error instanceof TooLong) return '…';
    throw error;
  }
}
