import type { SyntaxNode } from '@lezer/common';
import { javaScriptParameters } from './script-javascript-pattern.ts';
import { javaScriptString, javaScriptTemplate } from './script-javascript-text.ts';
import { childrenOf, groupsOf, spanOfNode, unknown } from './script-nodes.ts';
import type { Reader } from './script-reader.ts';
import { scriptText } from './script-text.ts';
import type { CallExpression, Expression, FunctionExpression, MapEntry } from './script.ts';

const operators = new Set(['ArithOp', 'LogicOp', 'CompareOp', 'BitOp', 'in', 'instanceof']);
/** Around what only the compiler wants to know. */
const wrappers = new Set([
  'ParenthesizedExpression',
  'PostfixExpression',
  'AwaitExpression',
  'InstantiationExpression',
  'PrefixCast',
]);

/** An expression of JavaScript or TypeScript. */
export function javaScriptExpression(node: SyntaxNode, read: Reader): Expression {
  const span = spanOfNode(node);
  const source = () => read.text.slice(node.from, node.to);
  if (wrappers.has(node.name)) return wrapped(node, read);
  switch (node.name) {
    case 'String':
      return javaScriptString(node, read.text);
    case 'TemplateString':
      return javaScriptTemplate(node, read);
    case 'TaggedTemplateExpression':
      return taggedTemplate(node, read);
    case 'Number':
      return { kind: 'plain', span, value: Number(source().replaceAll('_', '')) };
    case 'BooleanLiteral':
      return { kind: 'plain', span, value: source() === 'true' };
    case 'null':
      return { kind: 'plain', span, value: null };
    case 'VariableName':
    case 'VariableDefinition':
    case 'this':
    case 'super':
      return { kind: 'name', span, name: source() };
    case 'MemberExpression':
      return member(node, read);
    case 'CallExpression':
    case 'NewExpression':
      return call(node, read);
    case 'ObjectExpression':
      return { kind: 'map', span, entries: childrenOf(node).flatMap((child) => entry(child, read)) };
    case 'ArrayExpression':
      return { kind: 'list', span, items: itemsOf(node, read) };
    case 'ArrowFunction':
    case 'FunctionExpression':
      return javaScriptFunction(node, read);
    case 'UnaryExpression':
      return unary(node, read);
    case 'BinaryExpression':
      return binary(node, read);
    case 'AssignmentExpression':
      return assignment(node, read);
    case 'ConditionalExpression': {
      const [test, , yes, , no] = childrenOf(node);
      if (!test || !yes || !no) break;
      const [first, second, third] = [test, yes, no].map((one) => read.expression(one));
      return first && second && third
        ? { kind: 'choice', span, test: first, yes: second, no: third }
        : unknown(span);
    }
  }
  return unknown(span, node.firstChild ? childrenOf(node).map((child) => read.expression(child)) : []);
}

/** A function or method: its parameters, and its body or the expression that it gives. */
export function javaScriptFunction(node: SyntaxNode, read: Reader): FunctionExpression {
  const children = childrenOf(node);
  const list =
    children.find(({ name }) => name === 'ParamList') ??
    children.find(({ name }) => name === 'VariableDefinition');
  const arrow = children.findIndex(({ name }) => name === 'Arrow');
  const body = children.at(-1);
  const parameters = javaScriptParameters(list, read);
  const span = spanOfNode(node);
  if (body?.name === 'Block')
    return { kind: 'function', span, parameters, body: read.statements(childrenOf(body)) };
  const given = arrow === -1 ? undefined : children[arrow + 1];
  return {
    kind: 'function',
    span,
    parameters,
    body: given ? [{ kind: 'return', value: read.expression(given) }] : [],
  };
}

function wrapped(node: SyntaxNode, read: Reader): Expression {
  const children = childrenOf(node).filter(({ name }) => !/^(?:[()]|await)$/.test(name));
  const inside = node.name === 'PrefixCast' ? children.at(-1) : children[0];
  return inside ? read.expression(inside) : unknown(spanOfNode(node));
}

function member(node: SyntaxNode, read: Reader): Expression {
  const span = spanOfNode(node);
  const [of, ...rest] = childrenOf(node);
  if (!of) return unknown(span);
  const name = rest.find(({ name: kind }) => kind === 'PropertyName' || kind === 'PrivatePropertyName');
  const bracket = rest.findIndex(({ name: kind }) => kind === '[');
  const index = bracket === -1 ? undefined : rest[bracket + 1];
  const owner = read.expression(of);
  if (name) {
    return {
      kind: 'member',
      span,
      of: owner,
      name: read.text.slice(name.from, name.to),
      nameSpan: spanOfNode(name),
    };
  }
  if (index && index.name !== ']') return { kind: 'index', span, of: owner, index: read.expression(index) };
  return unknown(span, [owner]);
}

function call(node: SyntaxNode, read: Reader): CallExpression | Expression {
  const span = spanOfNode(node);
  const children = childrenOf(node);
  const list = children.find(({ name }) => name === 'ArgList');
  const callee = children.find(({ name }) => name !== 'new' && name !== 'ArgList' && name !== 'TypeArgList');
  if (!callee) return unknown(span);
  return {
    kind: 'call',
    span,
    callee: read.expression(callee),
    isNew: node.name === 'NewExpression',
    positional: list ? itemsOf(list, read) : [],
    named: [],
  };
}

function itemsOf(list: SyntaxNode, read: Reader): Expression[] {
  const inside = childrenOf(list).filter(({ name }) => !/^[()[\]]$/.test(name));
  return groupsOf(inside, (name) => name === ',').flatMap((group): Expression[] => {
    const last = group.at(-1);
    if (!last) return [];
    if (group[0]?.name !== 'Spread' || group.length === 1) return [read.expression(last)];
    return [{ kind: 'spread', span: { start: group[0].from, end: last.to }, of: read.expression(last) }];
  });
}

function entry(property: SyntaxNode, read: Reader): MapEntry[] {
  if (property.name !== 'Property') return [];
  const children = childrenOf(property).filter(({ name }) => !/^(?:async|get|set|Star)$/.test(name));
  const [first, second] = children;
  if (!first) return [];
  if (first.name === 'Spread') return second ? [{ value: read.expression(second) }] : [];
  const colon = children.findIndex(({ name }) => name === ':');
  const key = first.name === '[' ? second && read.expression(second) : keyOf(first, read);
  if (!key) return [];
  const value = colon === -1 ? undefined : children[colon + 1];
  if (value) return [{ key, value: read.expression(value) }];
  if (children.some(({ name }) => name === 'ParamList'))
    return [{ key, value: javaScriptFunction(property, read) }];
  if (colon !== -1) return [{ key, value: unknown({ start: property.to, end: property.to }) }];
  const name = read.text.slice(first.from, first.to);
  return [{ key, value: { kind: 'name', span: spanOfNode(first), name } }];
}

function keyOf(node: SyntaxNode, read: Reader): Expression {
  if (node.name === 'String') return read.expression(node);
  return {
    kind: 'text',
    span: spanOfNode(node),
    text: scriptText(read.text, node.from, node.to, 'script-raw', 'none'),
  };
}

function unary(node: SyntaxNode, read: Reader): Expression {
  const [sign, operand] = childrenOf(node);
  if (!operand) return unknown(spanOfNode(node));
  const value = read.expression(operand);
  const isMinus = sign && read.text.slice(sign.from, sign.to) === '-';
  if (value.kind === 'plain' && typeof value.value === 'number' && isMinus) {
    return { kind: 'plain', span: spanOfNode(node), value: -value.value };
  }
  return unknown(spanOfNode(node), [value]);
}

function binary(node: SyntaxNode, read: Reader): Expression {
  const [left, operator, right] = childrenOf(node);
  if (!left) return unknown(spanOfNode(node));
  // `x as T` and `x satisfies T` are x.
  if (!operator || !right || !operators.has(operator.name)) return read.expression(left);
  return {
    kind: 'operation',
    span: spanOfNode(node),
    operator: read.text.slice(operator.from, operator.to),
    left: read.expression(left),
    right: read.expression(right),
  };
}

function assignment(node: SyntaxNode, read: Reader): Expression {
  const span = spanOfNode(node);
  const [left, operator, right] = childrenOf(node);
  const target = left && operator?.name === 'Equals' ? read.pattern(left) : undefined;
  if (!right) return unknown(span);
  const value = read.expression(right);
  return target ? { kind: 'assign', span, target, value } : value;
}

/** `` tag`text` `` is what the tag makes of the text. */
function taggedTemplate(node: SyntaxNode, read: Reader): Expression {
  const [tag, template] = childrenOf(node);
  if (!tag || !template) return unknown(spanOfNode(node));
  return {
    kind: 'call',
    span: spanOfNode(node),
    callee: read.expression(tag),
    isNew: false,
    positional: [read.expression(template)],
    named: [],
  };
}
