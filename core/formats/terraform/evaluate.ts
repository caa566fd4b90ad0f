import type { Span } from '../../span.ts';
import type { HclExpression, HclFor, HclPart } from '../../syntax/hcl-tree.ts';
import { compute } from './operators.ts';
import { callFunction } from './call-function.ts';
import { maximumDepth, maximumSteps, spanIn, unknown, withNames, type Scope } from './scope.ts';
import { itemAt, memberOf } from './members.ts';
import {
  asText,
  booleanOf,
  piecesIn,
  sizeOf,
  type MapEntry,
  type Piece,
  type Reference,
  type Value,
} from './value.ts';

/** The value of an expression; what the files alone do not tell stays a reference. */
export function evaluate(expression: HclExpression, scope: Scope): Value {
  const { effort } = scope.folder;
  effort.steps += 1;
  if (effort.steps > maximumSteps || effort.depth > maximumDepth) return unknown(scope, expression);
  effort.depth += 1;
  const found = valueOf(expression, scope);
  effort.depth -= 1;
  return found;
}

function valueOf(expression: HclExpression, scope: Scope): Value {
  const span = spanIn(scope, expression);
  switch (expression.kind) {
    case 'literal':
      return { kind: 'plain', value: expression.value, span };
    case 'template':
      return template(expression, scope);
    case 'list':
      return { kind: 'list', items: expression.items.map((item) => evaluate(item, scope)), span };
    case 'object':
      return {
        kind: 'map',
        entries: expression.entries.flatMap(({ key, value }) =>
          entry(evaluate(key, scope), evaluate(value, scope), spanIn(scope, key)),
        ),
        span,
      };
    case 'name':
      return scope.names.get(expression.name) ?? unknown(scope, expression, [expression.name]);
    case 'attribute':
      return (
        addressOf(expression, scope) ??
        memberOf(evaluate(expression.of, scope), expression.name, expression, scope)
      );
    case 'index':
      return itemAt(evaluate(expression.of, scope), evaluate(expression.index, scope), expression, scope);
    case 'splat':
      return splat(evaluate(expression.of, scope), expression, scope);
    case 'call':
      return callFunction(expression, scope, evaluate);
    case 'conditional': {
      const condition = booleanOf(evaluate(expression.condition, scope));
      if (condition === undefined) return unknown(scope, expression);
      return evaluate(condition ? expression.yes : expression.no, scope);
    }
    case 'binary': {
      const [left, right] = [evaluate(expression.left, scope), evaluate(expression.right, scope)];
      const value = compute(expression.operator, left, right);
      return value === undefined ? unknown(scope, expression) : { kind: 'plain', value, span };
    }
    case 'unary': {
      const value = compute(expression.operator, evaluate(expression.operand, scope));
      return value === undefined ? unknown(scope, expression) : { kind: 'plain', value, span };
    }
    case 'for':
      return forValue(expression, scope);
    case 'missing':
      return unknown(scope, expression);
  }
}

const meanings = new Set(['local', 'var', 'each', 'count', 'path', 'terraform']);

/** The address of a resource, as most references are, without what each step of it stands for. */
function addressOf(expression: HclExpression, scope: Scope): Reference | undefined {
  const path: string[] = [];
  let at = expression;
  while (at.kind === 'attribute') {
    path.push(at.name);
    at = at.of;
  }
  if (at.kind !== 'name' || meanings.has(at.name) || scope.names.has(at.name)) return undefined;
  return unknown(scope, expression, [at.name, ...path.toReversed()]);
}

function entry(key: Value, value: Value, place: Span): MapEntry[] {
  const text = asText(key);
  return text ? [{ key: text, value, place }] : [];
}

/** A text; one that is nothing but `${x}` is the value itself. */
function template(expression: HclExpression & { kind: 'template' }, scope: Scope): Value {
  const [first, ...others] = expression.parts;
  const isAlone = first?.kind === 'value' && others.length === 0;
  if (isAlone && !isMeantForGateway(first.expression)) return evaluate(first.expression, scope);
  const pieces = expression.parts.flatMap((part) => piecesOf(part, scope));
  const inner = { start: scope.place(expression.inner.start), end: scope.place(expression.inner.end) };
  return { kind: 'text', pieces, inner, span: spanIn(scope, expression), spelling: expression.spelling };
}

const rootsOfGateway = new Set(['request', 'context', 'integration', 'stageVariables']);

/** Whether somebody forgot that Terraform replaces `${request.body.action}` before API Gateway sees it. */
function isMeantForGateway(expression: HclExpression): boolean {
  let root = expression;
  while (root.kind === 'attribute' || root.kind === 'index') root = root.of;
  return root !== expression && root.kind === 'name' && rootsOfGateway.has(root.name);
}

/** A text that stands there; an edit within it, since it was read, leaves fewer places than it has characters. */
function written(value: string, { span }: HclPart, scope: Scope, offsets?: readonly number[]): Piece {
  const [start, end] = [scope.place(span.start), scope.place(span.end)];
  const follows = !offsets && end - start === value.length;
  const own = offsets ?? Array.from({ length: value.length }, (_, index) => span.start + index);
  return { kind: 'piece', value, start, ...(!follows && { offsets: own.map(scope.place) }) };
}

/** The pieces that a part of a template makes. */
function piecesOf(part: HclPart, scope: Scope): (Piece | Reference)[] {
  const span = spanIn(scope, part);
  if (part.kind === 'text') return [written(part.value, part, scope, part.offsets)];
  if (part.kind === 'value') {
    if (isMeantForGateway(part.expression)) {
      const value = scope.text.slice(part.span.start, part.span.end);
      return [written(value, part, scope)];
    }
    const value = evaluate(part.expression, scope);
    if (value.kind === 'reference') return [value];
    if (!asText(value)) return [unknown(scope, part.expression)];
    const pieces = piecesIn(value, span);
    scope.folder.effort.steps += sizeOf(pieces);
    return [...pieces];
  }
  if (part.kind === 'if') {
    const condition = booleanOf(evaluate(part.condition, scope));
    if (condition === undefined) return [unknown(scope, part)];
    return (condition ? part.yes : part.no).flatMap((one) => piecesOf(one, scope));
  }
  const pairs = pairsOf(evaluate(part.collection, scope));
  if (!pairs) return [unknown(scope, part)];
  return pairs.flatMap((pair) => {
    const inside = withNames(scope, named(part.names, pair));
    return part.parts.flatMap((one) => piecesOf(one, inside));
  });
}

function splat(of: Value, expression: HclExpression, scope: Scope): Value {
  if (of.kind === 'list') return { ...of, isSplat: true };
  if (of.kind !== 'reference')
    return { kind: 'list', items: [of], span: spanIn(scope, expression), isSplat: true };
  return unknown(scope, expression, of.path.length > 0 ? [...of.path, '[*]'] : []);
}

function forValue(expression: HclFor, scope: Scope): Value {
  const span = spanIn(scope, expression);
  const pairs = pairsOf(evaluate(expression.collection, scope));
  if (!pairs) return unknown(scope, expression);
  const entries: MapEntry[] = [];
  const items: Value[] = [];
  for (const pair of pairs) {
    if (scope.folder.effort.steps > maximumSteps) break;
    const inside = withNames(scope, named(expression.names, pair));
    if (expression.condition) {
      const condition = booleanOf(evaluate(expression.condition, inside));
      if (condition === undefined) return unknown(scope, expression);
      if (!condition) continue;
    }
    const value = evaluate(expression.value, inside);
    if (expression.key) entries.push(...entry(evaluate(expression.key, inside), value, span));
    else items.push(value);
  }
  return expression.key ? { kind: 'map', entries, span } : { kind: 'list', items, span };
}

/** Keys and values of a collection; undefined where it is unknown. */
function pairsOf(value: Value): (readonly [key: Value, value: Value])[] | undefined {
  if (value.kind === 'map') return value.entries.map((one) => [one.key, one.value]);
  if (value.kind !== 'list') return undefined;
  return value.items.map((item, index) => [{ kind: 'plain', value: index, span: item.span }, item]);
}

function named(
  names: readonly string[],
  [key, value]: readonly [key: Value, value: Value],
): (readonly [string, Value])[] {
  const [first = '', second] = names;
  if (second === undefined) return [[first, value]];
  return [
    [first, key],
    [second, value],
  ];
}
