import { existsSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { LambdaFunction } from '../../../core/api.ts';
import { parseHandler } from '../../../core/formats/handler-name.ts';
import { writeInlineCode } from './inline-code.ts';
import type { Runtime } from './runtimes.ts';
import { runtimeOf } from './runtimes.ts';

/** A function's code, or a sentence that says why it cannot run. */
export type FunctionCode = FoundCode | { readonly kind: 'absent'; readonly why: string };

export interface FoundCode {
  readonly kind: 'found';
  readonly runtime: Runtime;
  /** The absolute folder of the code: the working folder of its process. */
  readonly folder: string;
  /** The absolute path of the file that exports the handler. */
  readonly file: string;
  /** What to call in it: `handler`, or a path such as `routes.join`. */
  readonly exported: string;
}

/** Finds what a function's `CodeUri` and `Handler` name, relative to the definition file. */
export function locateFunction(lambda: LambdaFunction, definitionFile: string): FunctionCode {
  const name = lambda.logicalId;
  const runtime = runtimeOf(lambda.runtime);
  if (!runtime)
    return absent(`The function ${name} has the runtime ${lambda.runtime}, which does not run here yet.`);
  if (lambda.inlineCode !== undefined) return inlineCode(lambda, lambda.inlineCode, runtime);
  if (lambda.codeUri === undefined)
    return absent(`The code of the function ${name} is not in a local folder.`);
  const folder = resolve(dirname(definitionFile), lambda.codeUri);
  if (!existsSync(folder)) return absent(`The code of the function ${name} is not there: ${lambda.codeUri}.`);
  if (!statSync(folder).isDirectory())
    return absent(`The code of the function ${name} is not a folder: ${lambda.codeUri}.`);
  return handlerFile(lambda, folder, runtime);
}

function handlerFile(lambda: LambdaFunction, folder: string, runtime: Runtime): FunctionCode {
  const name = lambda.logicalId;
  const handler = lambda.handler?.value;
  if (handler === undefined) return absent(`The function ${name} has no Handler.`);
  const parsed = parseHandler(handler, lambda.runtime);
  if (!parsed)
    return absent(`The Handler of the function ${name} is not of the form file.function: ${handler}.`);
  const { module, exported } = parsed;
  const base = resolve(folder, module);
  if (!base.startsWith(folder + sep) && dirname(base) !== folder)
    return absent(`The Handler of the function ${name} is outside of its code folder: ${handler}.`);
  const extension = runtime.extensions.find((one) => existsSync(base + one));
  if (extension === undefined) {
    const names = runtime.extensions.map((one) => module + one).join(', ');
    return absent(`The handler of the function ${name} is not there: none of ${names} in ${lambda.codeUri}.`);
  }
  return { kind: 'found', runtime, folder, file: base + extension, exported };
}

function inlineCode(lambda: LambdaFunction, code: string, runtime: Runtime): FunctionCode {
  const exported = (lambda.handler?.value ?? 'index.handler').replace(/^[^.]*\./, '');
  return { kind: 'found', runtime, ...writeInlineCode(code, runtime.inlineFile(code)), exported };
}

function absent(why: string): FunctionCode {
  return { kind: 'absent', why };
}
