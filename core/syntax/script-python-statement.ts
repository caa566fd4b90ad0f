import type { SyntaxNode } from '@lezer/common';
import { childrenOf, groupsOf, spanOfNode, unknown } from './script-nodes.ts';
import { pythonArguments } from './script-python-expression.ts';
import { pythonParameters, pythonTargets } from './script-python-pattern.ts';
import type { Reader } from './script-reader.ts';
import type { Expression, ImportedName, Statement } from './script.ts';

/** What a statement of Python does. */
export function pythonStatement(node: SyntaxNode, read: Reader): readonly Statement[] {
  const children = childrenOf(node);
  switch (node.name) {
    case 'AssignStatement':
      return assignment(node, children, read);
    case 'ExpressionStatement':
      return children[0] ? [{ kind: 'do', value: read.expression(children[0]) }] : [];
    case 'ClassDefinition': {
      const name = children.find((child) => child.name === 'VariableName');
      const bases = children.find((child) => child.name === 'ArgList');
      if (!name) return [];
      const base = bases && pythonArguments(bases, read).positional[0];
      return [
        {
          kind: 'class',
          span: spanOfNode(node),
          name: read.text.slice(name.from, name.to),
          base,
          body: bodyOf(children, read),
        },
      ];
    }
    case 'FunctionDefinition':
      return functionOf(node, children, [], read);
    case 'DecoratedStatement':
      return decorated(children, read);
    case 'ForStatement':
      return loop(children, read);
    case 'IfStatement':
      return branches(children, read);
    case 'ReturnStatement':
      return children[1] ? [{ kind: 'return', value: read.expression(children[1]) }] : [];
    case 'ImportStatement':
      return importOf(children, read);
    case 'StatementGroup':
    case 'Body':
    case 'WhileStatement':
    case 'WithStatement':
    case 'TryStatement':
      return read.statements(children);
    default:
      return [];
  }
}

function bodyOf(children: readonly SyntaxNode[], read: Reader): Statement[] {
  return read.statements(children.filter(({ name }) => name === 'Body'));
}

/** `a = b = value`, `a, b = one, two`, `a: type = value`. */
function assignment(node: SyntaxNode, children: readonly SyntaxNode[], read: Reader): Statement[] {
  const groups = groupsOf(
    children.filter(({ name }) => name !== 'TypeDef'),
    (name) => name === 'AssignOp',
  );
  const [first] = groups;
  if (!first) return [];
  const end = { start: node.to, end: node.to };
  const value = groups.length > 1 ? valueOf(groups.at(-1) ?? [], read) : unknown(end);
  const targets = groups.length > 1 ? groups.slice(0, -1) : groups;
  return targets.flatMap((group): Statement[] => {
    const target = pythonTargets(group, read);
    const [call] = group;
    // `f(a, b=` with another line behind it.
    if (call?.name === 'CallExpression') return [{ kind: 'do', value: read.expression(call) }];
    return target ? [{ kind: 'set', span: spanOfNode(node), target, value }] : [];
  });
}

function valueOf(nodes: readonly SyntaxNode[], read: Reader): Expression {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return unknown({ start: 0, end: 0 });
  if (nodes.length === 1) return read.expression(first);
  const items = groupsOf(nodes, (name) => name === ',').flatMap(([item]) =>
    item ? [read.expression(item)] : [],
  );
  return { kind: 'list', span: { start: first.from, end: last.to }, items };
}

function functionOf(
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  decorators: readonly Expression[],
  read: Reader,
): Statement[] {
  const name = children.find((child) => child.name === 'VariableName');
  const list = children.find((child) => child.name === 'ParamList');
  if (!name) return [];
  const span = spanOfNode(node);
  const parameters = pythonParameters(list, read);
  return [
    {
      kind: 'define',
      span,
      name: read.text.slice(name.from, name.to),
      nameSpan: spanOfNode(name),
      value: { kind: 'function', span, parameters, body: bodyOf(children, read) },
      decorators,
    },
  ];
}

function decorated(children: readonly SyntaxNode[], read: Reader): readonly Statement[] {
  const last = children.at(-1);
  if (!last || last.name === 'Decorator') return [];
  if (last.name !== 'FunctionDefinition') return read.statements([last]);
  const decorators = children.filter(({ name }) => name === 'Decorator').map((one) => decorator(one, read));
  return functionOf(last, childrenOf(last), decorators, read);
}

/** `@app.route('x')` is the call of `app.route`. */
function decorator(node: SyntaxNode, read: Reader): Expression {
  const [, first, ...rest] = childrenOf(node);
  const start = { start: node.to, end: node.to };
  const list = rest.find(({ name }) => name === 'ArgList');
  const names = rest.filter(({ name }) => name === 'VariableName' || name === 'PropertyName');
  const callee = names.reduce<Expression>(
    (of, name) => ({
      kind: 'member',
      span: { start: of.span.start, end: name.to },
      of,
      name: read.text.slice(name.from, name.to),
      nameSpan: spanOfNode(name),
    }),
    first ? read.expression(first) : unknown(start),
  );
  if (!list) return callee;
  return { kind: 'call', span: spanOfNode(node), callee, isNew: false, ...pythonArguments(list, read) };
}

function loop(children: readonly SyntaxNode[], read: Reader): Statement[] {
  const place = (word: string) => children.findIndex(({ name }) => name === word);
  const target = pythonTargets(children.slice(place('for') + 1, Math.max(place('in'), 0)), read);
  const over = children[place('in') + 1];
  const body = bodyOf(children, read);
  if (!target || !over || over.name === 'Body')
    return [{ kind: 'branch', test: undefined, yes: body, no: [] }];
  return [{ kind: 'each', target, over: read.expression(over), body }];
}

function branches(children: readonly SyntaxNode[], read: Reader): Statement[] {
  const word = children.findIndex(({ name }, index) => index > 0 && (name === 'elif' || name === 'else'));
  const own = word === -1 ? children : children.slice(0, word);
  const rest = word === -1 ? [] : children.slice(word);
  const isElse = rest[0]?.name === 'else';
  const test = own[1] && own[1].name !== 'Body' ? read.expression(own[1]) : undefined;
  const no = isElse ? bodyOf(rest, read) : rest.length > 0 ? branches(rest, read) : [];
  return [{ kind: 'branch', test, yes: bodyOf(own, read), no }];
}

function importOf(children: readonly SyntaxNode[], read: Reader): Statement[] {
  const source = (nodes: readonly SyntaxNode[]) =>
    nodes.map(({ from, to }) => read.text.slice(from, to)).join('');
  const word = children.findIndex(({ name }) => name === 'import');
  const isFrom = children[0]?.name === 'from';
  const from = isFrom ? source(children.slice(1, Math.max(word, 1))) : '';
  const inside = children.slice(word + 1).filter(({ name }) => !/^[()]$/.test(name));
  const groups = groupsOf(inside, (name) => name === ',');
  const nameOf = (group: readonly SyntaxNode[]): ImportedName => {
    const as = group.findIndex(({ name }) => name === 'as');
    const imported = source(as === -1 ? group : group.slice(0, as));
    const local = as === -1 ? imported : source(group.slice(as + 1));
    return { imported, local };
  };
  if (isFrom) return [{ kind: 'import', from, names: groups.map(nameOf) }];
  return groups.map((group): Statement => {
    const { imported, local } = nameOf(group);
    return {
      kind: 'import',
      from: imported,
      names: [{ imported: '*', local: local.split('.')[0] ?? local }],
    };
  });
}
