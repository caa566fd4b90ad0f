import { moveSpans } from '../formats/move-spans.ts';
import type { Expression, TemplateExpression } from '../syntax/script.ts';
import { callValue } from './call-value.ts';
import { combineText, type Part } from './combine-text.ts';
import { scopeIn, variableOf } from './lookup.ts';
import type { Machine } from './machine.ts';
import { memberOf } from './member-of.ts';
import { operate } from './operate.ts';
import { argumentsIn, mapOf } from './slots.ts';
import { placeOf, type Scope, type Value } from './value.ts';

/** What an expression comes to. */
export function evaluate(expression: Expression, scope: Scope, machine: Machine): Value {
  const span = placeOf(expression, scope.file);
  if (!machine.hasStep()) return { kind: 'unknown', span };
  const { start } = scope.file;
  switch (expression.kind) {
    case 'text': {
      const text = start === 0 ? expression.text : moveSpans(expression.text, (offset) => offset + start);
      return { kind: 'text', span, text, pieces: [text.value] };
    }
    case 'template':
      return template(expression, scope, machine);
    case 'plain':
      return { kind: 'plain', span, value: expression.value };
    case 'name':
      return named(expression.name, span, scope, machine);
    case 'member':
      return memberOf(machine.evaluate(expression.of, scope), expression.name, span, machine);
    case 'index': {
      const index = machine.evaluate(expression.index, scope);
      const owner = machine.evaluate(expression.of, scope);
      const key =
        index.kind === 'text' ? index.text.value : index.kind === 'plain' ? String(index.value) : undefined;
      return key === undefined ? { kind: 'unknown', span } : memberOf(owner, key, span, machine);
    }
    case 'call':
      return callValue(expression, scope, machine);
    case 'map':
      return mapOf(expression.entries, span, scope, machine);
    case 'list':
      return {
        kind: 'list',
        span,
        items: argumentsIn(expression.items, scope, machine).map(({ value }) => value),
      };
    case 'spread':
      return machine.evaluate(expression.of, scope);
    case 'operation':
      return operate(expression, scope, machine);
    case 'choice': {
      const test = machine.evaluate(expression.test, scope);
      const [yes, no] = [expression.yes, expression.no].map((one) => machine.evaluate(one, scope));
      const isTrue = truthOf(test);
      return (isTrue === undefined ? undefined : isTrue ? yes : no) ?? { kind: 'unknown', span };
    }
    case 'assign': {
      const value = machine.evaluate(expression.value, scope);
      machine.assign(expression.target, value, scope, false);
      return value;
    }
    case 'comprehension':
      return comprehension(expression, scope, machine);
    case 'function': {
      const made = { kind: 'function', span, expression, scope, self: scope.self, takesSelf: false } as const;
      machine.wait(made);
      return made;
    }
    case 'unknown':
      for (const inside of expression.inside) machine.evaluate(inside, scope);
      return { kind: 'unknown', span };
  }
}

/** Whether a value counts as true; undefined where the program alone does not tell. */
export function truthOf(value: Value): boolean | undefined {
  if (value.kind === 'plain') return Boolean(value.value);
  if (value.kind === 'text') return value.text.value !== '';
  return value.kind === 'unknown' || value.kind === 'part' || value.kind === 'made' || value.kind === 'module'
    ? undefined
    : true;
}

function named(name: string, span: { start: number; end: number }, scope: Scope, machine: Machine): Value {
  const value = name === 'this' ? scope.self : variableOf(name, scope);
  if (value?.kind === 'module') return machine.imported(value.from, value.imported, value.file) ?? value;
  if (value) return value;
  if (name === 'None' || name === 'undefined') return { kind: 'plain', span, value: null };
  return { kind: 'unknown', span, name };
}

function template(expression: TemplateExpression, scope: Scope, machine: Machine): Value {
  const { file } = scope;
  const parts = expression.parts.map((part): Part => {
    if (part.kind === 'stretch') {
      const text = moveSpans(part.text, (offset) => offset + file.start);
      return {
        value: { kind: 'text', span: text.span, text, pieces: [text.value] },
        span: text.span,
        source: '',
      };
    }
    const { start, end } = part.value.span;
    return {
      value: machine.evaluate(part.value, scope),
      // Texts between quotes inside of the hole are no source of the whole.
      span: { start: part.span.start + file.start, end: part.span.start + file.start },
      source: file.script.text.slice(start, end),
    };
  });
  const inner = placeOf({ span: expression.inner }, file);
  return combineText(parts, placeOf(expression, file), inner, expression.spelling);
}

function comprehension(
  expression: Extract<Expression, { kind: 'comprehension' }>,
  scope: Scope,
  machine: Machine,
): Value {
  const over = machine.evaluate(expression.over, scope);
  const items = over.kind === 'list' ? over.items : [];
  const made = items.map((item) => {
    const inner = scopeIn(scope);
    machine.assign(expression.target, item, inner, true);
    return machine.evaluate(expression.make, inner);
  });
  return { kind: 'list', span: placeOf(expression, scope.file), items: made };
}
