import type { SyntaxNode } from '@lezer/common';
import { javaScriptFunction } from './script-javascript-expression.ts';
import { javaScriptString } from './script-javascript-text.ts';
import { childrenOf, groupsOf, spanOfNode, unknown } from './script-nodes.ts';
import type { Reader } from './script-reader.ts';
import { scriptText } from './script-text.ts';
import type { ImportedName, MapEntry, Statement } from './script.ts';

/** What a statement of JavaScript or TypeScript does; types do nothing. */
export function javaScriptStatement(node: SyntaxNode, read: Reader): readonly Statement[] {
  const children = childrenOf(node);
  switch (node.name) {
    case 'VariableDeclaration':
      return declarations(children, read);
    case 'ExpressionStatement':
      return children[0] && children[0].name !== ';'
        ? [{ kind: 'do', value: read.expression(children[0]) }]
        : [];
    case 'ClassDeclaration':
      return classOf(node, children, read);
    case 'FunctionDeclaration':
    case 'MethodDeclaration':
      return functionOf(node, children, read);
    case 'PropertyDeclaration':
      return fieldOf(node, children, read);
    case 'EnumDeclaration':
      return enumOf(node, children, read);
    case 'ForStatement':
      return loopOf(children, read);
    case 'IfStatement': {
      const [, test, yes, , no] = children;
      const branch = (one: SyntaxNode | undefined) => (one ? read.statements([one]) : []);
      return [{ kind: 'branch', test: test && read.expression(test), yes: branch(yes), no: branch(no) }];
    }
    case 'ReturnStatement': {
      const value = children[1];
      return value && value.name !== ';' ? [{ kind: 'return', value: read.expression(value) }] : [];
    }
    case 'ImportDeclaration':
      return importOf(children, read);
    case 'ExportDeclaration':
      return exported(children, read);
    case 'Block':
    case 'StaticBlock':
      return read.statements(children);
    case 'WhileStatement':
    case 'DoStatement':
    case 'TryStatement':
    case 'CatchClause':
    case 'FinallyClause':
    case 'SwitchStatement':
    case 'SwitchBody':
    case 'LabeledStatement':
    case 'NamespaceDeclaration':
      return read.statements(children);
    default:
      return [];
  }
}

function declarations(children: readonly SyntaxNode[], read: Reader): Statement[] {
  const inside = children.filter(({ name }) => !/^(?:const|let|var|declare|using|;)$/.test(name));
  return groupsOf(inside, (name) => name === ',').flatMap((group): Statement[] => {
    const [definition] = group;
    const target = definition && read.pattern(definition);
    const last = group.at(-1);
    const equals = group.findIndex(({ name }) => name === 'Equals');
    if (!target || !last) return [];
    const span = { start: definition.from, end: last.to };
    const value = equals === -1 ? undefined : group[equals + 1];
    return [
      {
        kind: 'set',
        span,
        target,
        value: value ? read.expression(value) : unknown({ start: span.end, end: span.end }),
      },
    ];
  });
}

function classOf(node: SyntaxNode, children: readonly SyntaxNode[], read: Reader): Statement[] {
  const name = children.find((child) => child.name === 'VariableDefinition');
  const body = children.find((child) => child.name === 'ClassBody');
  const extended = children.findIndex((child) => child.name === 'extends');
  const base = extended === -1 ? undefined : children[extended + 1];
  return [
    {
      kind: 'class',
      span: spanOfNode(node),
      name: name ? read.text.slice(name.from, name.to) : 'default',
      base: base && base.name !== 'ClassBody' ? read.expression(base) : undefined,
      body: body ? read.statements(childrenOf(body)) : [],
    },
  ];
}

function functionOf(node: SyntaxNode, children: readonly SyntaxNode[], read: Reader): Statement[] {
  const name = children.find(
    (child) => child.name === 'VariableDefinition' || child.name.endsWith('PropertyDefinition'),
  );
  return [
    {
      kind: 'define',
      span: spanOfNode(node),
      name: name ? read.text.slice(name.from, name.to) : 'default',
      nameSpan: name ? spanOfNode(name) : spanOfNode(node),
      value: javaScriptFunction(node, read),
      decorators: [],
    },
  ];
}

function fieldOf(node: SyntaxNode, children: readonly SyntaxNode[], read: Reader): Statement[] {
  const name = children.find((child) => child.name.endsWith('PropertyDefinition'));
  const equals = children.findIndex((child) => child.name === 'Equals');
  const value = equals === -1 ? undefined : children[equals + 1];
  if (!name || !value) return [];
  const target = { kind: 'name', span: spanOfNode(name), name: read.text.slice(name.from, name.to) } as const;
  return [{ kind: 'set', span: spanOfNode(node), target, value: read.expression(value) }];
}

function enumOf(node: SyntaxNode, children: readonly SyntaxNode[], read: Reader): Statement[] {
  const name = children.find((child) => child.name === 'TypeDefinition');
  const body = children.find((child) => child.name === 'EnumBody');
  if (!name || !body) return [];
  const inside = childrenOf(body).filter((child) => !/^[{}]$/.test(child.name));
  const entries = groupsOf(inside, (kind) => kind === ',').flatMap(([key, , value]): MapEntry[] => {
    if (!key || !value) return [];
    const text = scriptText(read.text, key.from, key.to, 'script-raw', 'none');
    return [{ key: { kind: 'text', span: spanOfNode(key), text }, value: read.expression(value) }];
  });
  const target = { kind: 'name', span: spanOfNode(name), name: read.text.slice(name.from, name.to) } as const;
  return [
    { kind: 'set', span: spanOfNode(node), target, value: { kind: 'map', span: spanOfNode(body), entries } },
  ];
}

function loopOf(children: readonly SyntaxNode[], read: Reader): Statement[] {
  const spec = children.find(({ name }) => name.startsWith('For'));
  const last = children.at(-1);
  const body = last && last !== spec ? read.statements([last]) : [];
  const parts = spec ? childrenOf(spec).filter(({ name }) => !/^(?:[()]|const|let|var)$/.test(name)) : [];
  const [definition, word, over] = parts;
  const target = definition && word?.name === 'of' ? read.pattern(definition) : undefined;
  if (target && over) return [{ kind: 'each', target, over: read.expression(over), body }];
  return [{ kind: 'branch', test: undefined, yes: body, no: [] }];
}

function importOf(children: readonly SyntaxNode[], read: Reader): Statement[] {
  const from = children.find(({ name }) => name === 'String');
  if (!from) return [];
  const names = children.flatMap((child): ImportedName[] => {
    if (child.name === 'ImportGroup') return groupNames(child, read);
    if (child.name !== 'VariableDefinition') return [];
    const local = read.text.slice(child.from, child.to);
    return [{ imported: children.some(({ name }) => name === 'Star') ? '*' : 'default', local }];
  });
  return [{ kind: 'import', from: javaScriptString(from, read.text).text.value, names }];
}

function groupNames(group: SyntaxNode, read: Reader): ImportedName[] {
  const inside = childrenOf(group).filter(({ name }) => !/^[{}]$/.test(name));
  return groupsOf(inside, (name) => name === ',').flatMap((nodes) => {
    const named = nodes.filter(({ name }) => name.startsWith('Variable'));
    const [first, last] = [named[0], named.at(-1)];
    if (!first || !last) return [];
    return [{ imported: read.text.slice(first.from, first.to), local: read.text.slice(last.from, last.to) }];
  });
}

function exported(children: readonly SyntaxNode[], read: Reader): Statement[] {
  const isDefault = children[1]?.name === 'default';
  const value = children.find(({ name }) => !/^(?:export|default|declare|;)$/.test(name));
  if (!value) return [];
  if (!isDefault || value.name.endsWith('Declaration')) return read.statements([value]);
  return [{ kind: 'export', value: read.expression(value) }];
}
