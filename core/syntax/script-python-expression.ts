import type { SyntaxNode } from '@lezer/common';
import { childrenOf, groupsOf, spanOfNode, unknown } from './script-nodes.ts';
import { pythonParameters, pythonTargets } from './script-python-pattern.ts';
import { pythonFormat, pythonString } from './script-python-text.ts';
import type { Reader } from './script-reader.ts';
import { scriptText } from './script-text.ts';
import type { Expression, MapEntry } from './script.ts';

const isComma = (name: string) => name === ',';
const isBracket = (name: string) => /^[()[\]{}]$/.test(name);

/** An expression of Python. */
export function pythonExpression(node: SyntaxNode, read: Reader): Expression {
  const span = spanOfNode(node);
  const source = () => read.text.slice(node.from, node.to);
  const children = () => childrenOf(node);
  switch (node.name) {
    case 'String':
      return pythonString(node, read.text);
    case 'FormatString':
      return pythonFormat(node, read);
    case 'ContinuedString':
      return continued(node, read);
    case 'Number':
      return { kind: 'plain', span, value: Number(source().replaceAll('_', '')) };
    case 'Boolean':
      return { kind: 'plain', span, value: source() === 'True' };
    case 'None':
      return { kind: 'plain', span, value: null };
    case 'VariableName':
      return { kind: 'name', span, name: source() };
    case 'MemberExpression':
      return member(node, read);
    case 'CallExpression': {
      const [callee, list] = children();
      if (!callee) break;
      return {
        kind: 'call',
        span,
        callee: read.expression(callee),
        isNew: false,
        ...pythonArguments(list, read),
      };
    }
    case 'DictionaryExpression':
      return { kind: 'map', span, entries: entriesOf(node, read) };
    case 'ArrayExpression':
    case 'TupleExpression':
    case 'SetExpression': {
      const { positional } = pythonArguments(node, read);
      return { kind: 'list', span, items: positional };
    }
    case 'ArrayComprehensionExpression':
    case 'ComprehensionExpression':
      return comprehension(node, read);
    case 'ParenthesizedExpression':
    case 'AwaitExpression': {
      const inside = children().find(({ name }) => !isBracket(name) && name !== 'await');
      return inside ? read.expression(inside) : unknown(span);
    }
    case 'NamedExpression': {
      const value = children().at(-1);
      return value ? read.expression(value) : unknown(span);
    }
    case 'LambdaExpression': {
      const list = children().find(({ name }) => name === 'ParamList');
      const value = children().at(-1);
      if (!value) break;
      const body = [{ kind: 'return', value: read.expression(value) }] as const;
      return { kind: 'function', span, parameters: pythonParameters(list, read), body };
    }
    case 'UnaryExpression':
      return unary(node, read);
    case 'BinaryExpression': {
      const [left, operator, right] = children();
      if (!left || !operator || !right) break;
      const word = read.text.slice(operator.from, operator.to);
      return {
        kind: 'operation',
        span,
        operator: word,
        left: read.expression(left),
        right: read.expression(right),
      };
    }
    case 'ConditionalExpression': {
      const [yes, , test, , no] = children();
      if (!yes || !test || !no) break;
      return {
        kind: 'choice',
        span,
        test: read.expression(test),
        yes: read.expression(yes),
        no: read.expression(no),
      };
    }
  }
  return unknown(span, node.firstChild ? children().map((child) => read.expression(child)) : []);
}

/** The arguments of a call, and those with a name. */
export function pythonArguments(list: SyntaxNode | undefined, read: Reader) {
  const positional: Expression[] = [];
  const named: MapEntry[] = [];
  const inside = list ? childrenOf(list).filter(({ name }) => !isBracket(name)) : [];
  for (const group of groupsOf(inside, isComma)) {
    const [first, sign, value] = group;
    const last = group.at(-1);
    if (!first || !last) continue;
    if (sign?.name === 'AssignOp') {
      const key = nameText(first, read);
      named.push({ key, value: value ? read.expression(value) : unknown({ start: sign.to, end: sign.to }) });
    } else if (first.name === '**') {
      if (last !== first) named.push({ value: read.expression(last) });
    } else if (first.name === '*') {
      const span = { start: first.from, end: last.to };
      if (last !== first) positional.push({ kind: 'spread', span, of: read.expression(last) });
    } else positional.push(read.expression(first));
  }
  return { positional, named };
}

function nameText(node: SyntaxNode, read: Reader): Expression {
  const text = scriptText(read.text, node.from, node.to, 'script-raw', 'none');
  return { kind: 'text', span: spanOfNode(node), text };
}

function continued(node: SyntaxNode, read: Reader): Expression {
  const [first, ...rest] = childrenOf(node).map((child) => read.expression(child));
  if (!first) return unknown(spanOfNode(node));
  return rest.reduce(
    (left, right) => ({
      kind: 'operation',
      span: { start: left.span.start, end: right.span.end },
      operator: '+',
      left,
      right,
    }),
    first,
  );
}

function member(node: SyntaxNode, read: Reader): Expression {
  const span = spanOfNode(node);
  const [of, ...rest] = childrenOf(node);
  if (!of) return unknown(span);
  const owner = read.expression(of);
  const name = rest.find(({ name: kind }) => kind === 'PropertyName');
  if (name) {
    return {
      kind: 'member',
      span,
      of: owner,
      name: read.text.slice(name.from, name.to),
      nameSpan: spanOfNode(name),
    };
  }
  const [, index, closing] = rest;
  if (index && closing?.name === ']')
    return { kind: 'index', span, of: owner, index: read.expression(index) };
  return unknown(span, [owner]);
}

function entriesOf(node: SyntaxNode, read: Reader): MapEntry[] {
  const inside = childrenOf(node).filter(({ name }) => !isBracket(name));
  return groupsOf(inside, isComma).flatMap((group): MapEntry[] => {
    const [key, colon, value] = group;
    if (!key) return [];
    if (key.name === '**') return colon ? [{ value: read.expression(colon) }] : [];
    if (colon?.name !== ':') return [];
    const end = { start: colon.to, end: colon.to };
    return [{ key: read.expression(key), value: value ? read.expression(value) : unknown(end) }];
  });
}

function comprehension(node: SyntaxNode, read: Reader): Expression {
  const span = spanOfNode(node);
  const children = childrenOf(node).filter(({ name }) => !isBracket(name));
  const place = (word: string) => children.findIndex(({ name }) => name === word);
  const [make] = children;
  const over = children[place('in') + 1];
  const target = pythonTargets(children.slice(place('for') + 1, place('in')), read);
  if (!make || !over || !target || place('in') === -1) return unknown(span);
  return { kind: 'comprehension', span, target, over: read.expression(over), make: read.expression(make) };
}

function unary(node: SyntaxNode, read: Reader): Expression {
  const span = spanOfNode(node);
  const [sign, operand] = childrenOf(node);
  if (!sign || !operand) return unknown(span);
  const value = read.expression(operand);
  if (value.kind !== 'plain') return unknown(span, [value]);
  if (sign.name === 'not') return { kind: 'plain', span, value: !value.value };
  const isMinus = read.text.slice(sign.from, sign.to) === '-';
  return { kind: 'plain', span, value: isMinus ? -Number(value.value) : value.value };
}
