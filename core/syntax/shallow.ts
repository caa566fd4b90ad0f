import { maximumDepth } from './node.ts';

/** The text up to where brackets nest deeper than anybody reads: parsers take long for what follows. */
export function shallow(text: string): string {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[([{}\])]/g)) {
    depth = '([{'.includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > maximumDepth) return text.slice(0, index);
  }
  return text;
}
