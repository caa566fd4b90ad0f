import { isJson } from '../../../core/json/is-json.ts';

/** JSON with one member a line; every token stays as it was written. Undefined for text that is not JSON. */
export function formatJson(text: string): string | undefined {
  if (!isJson(text)) return undefined;
  let depth = 0;
  let formatted = '';
  const newLine = (): string => `\n${'  '.repeat(Math.min(depth, deepestIndent))}`;
  const tokens = text.match(tokenPattern) ?? [];
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    if (token === '}' || token === ']') {
      depth -= 1;
      formatted += previous === '{' || previous === '[' ? token : newLine() + token;
    } else {
      if (previous === '{' || previous === '[' || previous === ',') formatted += newLine();
      formatted += token === ':' ? ': ' : token;
      if (token === '{' || token === '[') depth += 1;
    }
  }
  return formatted;
}

// Deeper levels stay at this indent, or a message of brackets alone would grow by its square.
const deepestIndent = 40;

const tokenPattern = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g;
