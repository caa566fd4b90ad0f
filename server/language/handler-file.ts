import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { LambdaFunction } from '../../core/api.ts';

/** Where a function's handler is written. */
export interface HandlerPlace {
  readonly path: string;
  /** The offset of the handler's name; 0 where it was not found in the file. */
  readonly offset: number;
}

const extensions = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.py'];

/** The existing file that holds a function's handler; undefined where there is none beside the definition. */
export function findHandler(definitionPath: string, lambda: LambdaFunction): HandlerPlace | undefined {
  if (!lambda.handler || lambda.codeUri === undefined) return undefined;
  const folder = resolve(dirname(definitionPath), lambda.codeUri);
  const dot = lambda.handler.value.lastIndexOf('.');
  const module = lambda.handler.value.slice(0, dot);
  const name = lambda.handler.value.slice(dot + 1);
  if (dot <= 0) return undefined;
  const path = extensions.map((extension) => join(folder, module + extension)).find(isFile);
  return path === undefined ? undefined : { path, offset: offsetOfName(path, name) };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** A guess by text, good enough for a jump: the first place that defines or exports the name. */
function offsetOfName(path: string, name: string): number {
  if (!/^[\w$]+$/.test(name)) return 0;
  const escaped = name.replaceAll('$', String.raw`\$`);
  const pattern = new RegExp(
    String.raw`(?:exports\.|\bexport\s+(?:async\s+)?(?:const|let|var|function\*?)\s+|^\s*(?:async\s+)?def\s+)${escaped}\b`,
    'm',
  );
  try {
    const found = pattern.exec(readFileSync(path, 'utf8'));
    return found ? found.index + found[0].length - name.length : 0;
  } catch {
    return 0;
  }
}
