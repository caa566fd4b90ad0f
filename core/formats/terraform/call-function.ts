import { cursorOf } from '../../syntax/hcl-cursor.ts';
import { readExpression } from '../../syntax/hcl-expressions.ts';
import { templateParts } from '../../syntax/hcl-template.ts';
import type { HclExpression } from '../../syntax/hcl-tree.ts';
import { collectionFunctions } from './collection-functions.ts';
import { jsonText } from './json-text.ts';
import { spanIn, unknown, type Scope } from './scope.ts';
import { textFunctions } from './text-functions.ts';
import { valueOfJson } from './value-of-json.ts';
import { isNull, sizeOf, stringOf, textOfPieces, type Value } from './value.ts';

type Call = HclExpression & { kind: 'call' };
type Evaluate = (expression: HclExpression, scope: Scope) => Value;

/** The result of a function; one that is not known here, or whose arguments are not, stays as written. */
export function callFunction(call: Call, scope: Scope, evaluate: Evaluate): Value {
  const items = call.items.map((item) => evaluate(item, scope));
  const last = items.at(-1);
  const given = call.spreads && last?.kind === 'list' ? [...items.slice(0, -1), ...last.items] : items;
  const found = resultOf(call, given, scope, evaluate);
  const isComputed = found?.kind === 'text' && !call.name.endsWith('file');
  if (isComputed) scope.folder.effort.steps += sizeOf(found.pieces);
  return found ?? unknown(scope, call);
}

function resultOf(call: Call, given: readonly Value[], scope: Scope, evaluate: Evaluate): Value | undefined {
  const span = spanIn(scope, call);
  const [first, second] = given;
  scope.folder.effort.steps += given.length;
  switch (call.name) {
    case 'file':
      return fileText(stringOf(first), scope);
    case 'templatefile':
      return filledFile(stringOf(first), second, scope, evaluate);
    case 'jsonencode':
      return first && { ...jsonText(first, span, scope.folder.effort), structure: first };
    case 'jsondecode':
      return first && valueOfJson(first);
    case 'try':
      return given.find((value) => value.kind !== 'reference' || value.path.length > 2);
    case 'coalesce':
      return firstOf(given);
    default: {
      const compute = Object.hasOwn(collectionFunctions, call.name)
        ? collectionFunctions[call.name]
        : undefined;
      if (compute) return compute(given, span, scope.folder.effort);
      const change = Object.hasOwn(textFunctions, call.name) ? textFunctions[call.name] : undefined;
      return change?.(given, span);
    }
  }
}

/** The first that is neither null nor empty; what is unknown decides nothing. */
function firstOf(given: readonly Value[]): Value | undefined {
  return given.find((value) => !isNull(value) && stringOf(value) !== '');
}

function fileText(path: string | undefined, scope: Scope): Value | undefined {
  const file = path === undefined ? undefined : scope.folder.file(path);
  if (!file) return undefined;
  const span = { start: file.start, end: file.start + file.text.length };
  const text = textOfPieces([{ kind: 'piece', value: file.text, start: file.start }], span);
  return { ...text, spelling: 'script-raw' };
}

/** A file whose `${}` are filled. */
function filledFile(
  path: string | undefined,
  values: Value | undefined,
  scope: Scope,
  evaluate: Evaluate,
): Value | undefined {
  const file = path === undefined ? undefined : scope.folder.file(path);
  if (!file) return undefined;
  const whole = { start: 0, end: file.text.length };
  const names = new Map(
    (values?.kind === 'map' ? values.entries : []).map(({ key, value }) => [stringOf(key) ?? '', value]),
  );
  const inside = {
    folder: scope.folder,
    text: file.text,
    place: (offset: number) => file.start + offset,
    names,
  };
  const parts = templateParts(cursorOf(file.text), readExpression);
  return evaluate({ kind: 'template', span: whole, inner: whole, spelling: 'hcl-heredoc', parts }, inside);
}
