import type { Source } from '../formats/source.ts';
import { fileNameOf } from '../paths.ts';
import { assign } from './assign.ts';
import { callFunction, instantiate } from './call-function.ts';
import { computedText } from './combine-text.ts';
import { evaluate } from './evaluate.ts';
import { execute } from './execute.ts';
import { folderOfScript } from './folder-of-script.ts';
import { importFile } from './import-file.ts';
import { emptyMap } from './lookup.ts';
import type { Machine } from './machine.ts';
import { parseScript } from './parse-script.ts';
import type { ClassValue, FunctionValue, MadeValue, ScriptFile, Value } from './value.ts';

/** What a program did as far as it tells by itself. */
export interface Run {
  /** Every call of what the program does not define, in the order in which it runs. */
  readonly made: readonly MadeValue[];
  /** What the program defines at its top, and `default`. */
  readonly exported: ReadonlyMap<string, Value>;
}

// More than programs that define an API take; those in circles end here.
const mostSteps = 50_000;
const deepestCall = 40;

/**
 * Runs a program in TypeScript, JavaScript or Python as far as it tells what it does; no code of it is executed.
 * Functions and classes that nobody calls are run where their text holds something that is `telling`.
 */
export function runScript(source: Source, telling: RegExp = /(?:)/): Run {
  return runFile(source, { path: source.path, text: source.text, start: 0 }, telling, 0);
}

function runFile(
  source: Source,
  { path, text, start }: { readonly path: string; readonly text: string; readonly start: number },
  telling: RegExp,
  importDepth: number,
): Run {
  const script = source.once(parseScript(path), text);
  const file: ScriptFile = { path, script, start, exported: new Map() };
  const made: MadeValue[] = [];
  const waiting = new Set<FunctionValue | ClassValue>();
  // By what is called, because every instance binds its methods anew.
  const called = new Set<object>();
  let steps = 0;
  let depth = 0;
  const deeper = (make: () => Value, otherwise: Value): Value => {
    if (depth >= deepestCall) return otherwise;
    depth += 1;
    const value = make();
    depth -= 1;
    return value;
  };
  const machine: Machine = {
    source,
    evaluate: (expression, scope) => evaluate(expression, scope, machine),
    execute: (statements, scope) => execute(statements, scope, machine),
    assign: (target, value, scope, declares) => assign(target, value, scope, declares, machine),
    call(fn, given) {
      called.add(fn.expression);
      return deeper(() => callFunction(fn, given, machine), { kind: 'unknown', span: fn.span });
    },
    instantiate(cls, given, span) {
      called.add(cls.statement);
      return deeper(() => instantiate(cls, given, span, machine), { kind: 'unknown', span });
    },
    imported: importFile(
      source,
      (included) => runFile(source, included, telling, importDepth + 1).exported,
      importDepth,
    ),
    keep(value) {
      made.push(value);
      return value;
    },
    wait: (value) => void waiting.add(value),
    hasStep: () => ++steps <= mostSteps,
  };
  machine.execute(script.body, { values: ownNames(file), outer: undefined, self: undefined, file });
  if (importDepth > 0) return { made, exported: file.exported };
  // A set that grows while it is gone through gives what is added, too.
  for (const value of waiting) {
    const what = value.kind === 'class' ? value.statement : value.expression;
    if (called.has(what) || !telling.test(text.slice(what.span.start, what.span.end))) continue;
    const nothing = { positional: [], named: emptyMap(value.span) };
    if (value.kind === 'class') machine.instantiate(value, nothing, value.span);
    else machine.call(value, nothing);
  }
  return { made, exported: file.exported };
}

/** What every program knows about itself. */
function ownNames({ path }: ScriptFile): Map<string, Value> {
  const span = { start: 0, end: 0 };
  const folder = folderOfScript(path);
  return new Map([
    ['__dirname', computedText(folder, span)],
    ['__file__', computedText(`${folder}/${fileNameOf(path)}`, span)],
  ]);
}
