import type { HclBody, HclExpression } from '../../syntax/hcl-tree.ts';

/** Whether something is not there that was: a block, an attribute, or the key of an object. */
export function loses(present: HclBody, good: HclBody): boolean {
  const found = new Set(pathsOf(present, ''));
  return pathsOf(good, '').some((path) => !found.has(path));
}

function pathsOf({ attributes, blocks }: HclBody, before: string): string[] {
  return [
    ...attributes.flatMap(({ name, value }) => keysOf(value, `${before}.${name}`)),
    ...blocks.flatMap(({ type, labels, body }) => {
      const path = [before, type, ...labels.map((label) => label.value)].join('.');
      return [path, ...pathsOf(body, path)];
    }),
  ];
}

function keysOf(expression: HclExpression, path: string): string[] {
  if (expression.kind !== 'object') return [path];
  return [
    path,
    ...expression.entries.flatMap(({ key, value }) => {
      const [part] = key.kind === 'template' ? key.parts : [];
      return keysOf(value, `${path}/${part?.kind === 'text' ? part.value : ''}`);
    }),
  ];
}
