import type { HclExpression } from '../../syntax/hcl-tree.ts';
import { unknown, type Scope } from './scope.ts';
import { computedText, entryOf, numberOf, stringOf, type Reference, type Value } from './value.ts';

/** `of.name`: an attribute of a map, or what a name such as `local.x` stands for. */
export function memberOf(of: Value, name: string, expression: HclExpression, scope: Scope): Value {
  if (of.kind === 'map') return entryOf(of, name)?.value ?? unknown(scope, expression);
  if (of.kind === 'list' && of.isSplat) {
    return { ...of, items: of.items.map((item) => memberOf(item, name, expression, scope)) };
  }
  if (of.kind !== 'reference') return unknown(scope, expression);
  const longer = extended(of, name, expression, scope);
  return meaningOf(longer, scope) ?? longer;
}

/** `of[index]`. */
export function itemAt(of: Value, index: Value, expression: HclExpression, scope: Scope): Value {
  const key = stringOf(index);
  if (of.kind === 'reference') {
    const isNumber = index.kind === 'plain';
    const step = key === undefined ? '[*]' : isNumber ? `[${key}]` : `[${JSON.stringify(key)}]`;
    return extended(of, step, expression, scope);
  }
  if (key === undefined) return unknown(scope, expression);
  if (of.kind === 'map') return entryOf(of, key)?.value ?? unknown(scope, expression);
  const item = of.kind === 'list' ? of.items[numberOf(index) ?? -1] : undefined;
  return item ?? unknown(scope, expression);
}

function extended(of: Reference, step: string, expression: HclExpression, scope: Scope): Reference {
  return unknown(scope, expression, of.path.length > 0 ? [...of.path, step] : []);
}

/** What a name with its first attribute means in the folder. */
function meaningOf({ path, span }: Reference, scope: Scope): Value | undefined {
  const [root, name, ...others] = path;
  if (root === undefined || name === undefined || others.length > 0) return undefined;
  switch (root) {
    case 'local':
      return scope.folder.local(name);
    case 'var':
      return scope.folder.variable(name);
    case 'each':
    case 'count':
      return scope.names.get(`${root}.${name}`);
    case 'path':
      // The folder that Terraform was started in is not known: `path.cwd`.
      return name === 'cwd' ? undefined : computedText('.', span);
    case 'terraform':
      return name === 'workspace' ? computedText('default', span) : undefined;
    default:
      return undefined;
  }
}
