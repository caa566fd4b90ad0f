import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { LambdaFunction } from '../../core/api.ts';
import { parseHandler } from '../../core/formats/handler-name.ts';
import { isWithin } from './is-within.ts';
import { readSmallFile } from './read-small-file.ts';

/** Where a function's handler is written. */
export interface HandlerPlace {
  readonly path: string;
  /** The file's text; empty for one that is too large for a handler. */
  readonly text: string;
  /** The offset of the handler's name; 0 where it was not found in the file. */
  readonly offset: number;
}

const extensions = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.py'];

// In bytes. A larger file is what a bundler wrote, where nobody looks for a handler.
const largestHandler = 1024 * 1024;

/**
 * The existing file that holds a function's handler; undefined where there is none. Looks nowhere but in the
 * folder `root`: a definition of strangers could name another machine.
 */
export function findHandler(
  definitionPath: string,
  lambda: LambdaFunction,
  root: string,
): HandlerPlace | undefined {
  if (!lambda.handler || lambda.codeUri === undefined) return undefined;
  const name = parseHandler(lambda.handler.value, lambda.runtime);
  if (!name) return undefined;
  const base = join(resolve(dirname(definitionPath), lambda.codeUri), name.module);
  if (!isWithin(root, base)) return undefined;
  const path = extensions.map((extension) => base + extension).find(isFile);
  if (path === undefined) return undefined;
  const text = readSmallFile(path, largestHandler) ?? '';
  return { path, text, offset: offsetOfName(text, name.exported) };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** A guess by text, good enough for a jump: the first place that defines or exports the first part of the name. */
function offsetOfName(text: string, exported: string): number {
  const [name = ''] = exported.split('.');
  if (!/^[\w$]+$/.test(name)) return 0;
  const escaped = name.replaceAll('$', String.raw`\$`);
  const pattern = new RegExp(
    String.raw`(?:exports\.|\bexport\s+(?:async\s+)?(?:const|let|var|function\*?)\s+|^\s*(?:async\s+)?def\s+)${escaped}\b`,
    'm',
  );
  const found = pattern.exec(text);
  return found ? found.index + found[0].length - name.length : 0;
}
