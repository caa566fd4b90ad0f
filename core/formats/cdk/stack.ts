import { knownText, type MadeValue } from '../../script/value.ts';
import type { Entry } from '../../syntax/node.ts';
import type { Draft, Drafts } from '../constructs/drafts.ts';
import { lastName, pascalOf } from '../constructs/names.ts';
import { entryAt } from '../constructs/nodes.ts';
import type { Options } from '../constructs/options.ts';
import type { Resolver } from '../constructs/resolver.ts';
import type { Source } from '../source.ts';

/** A program of the CDK while it is read. */
export interface Stack {
  readonly source: Source;
  readonly drafts: Drafts;
  readonly resolver: Resolver;
}

/** Adds the resource that a construct makes, under the construct's id. */
export function addConstruct(stack: Stack, made: MadeValue, type: string, properties: Entry[] = []): Draft {
  const { span, nameSpan: keySpan } = made;
  const draft = stack.drafts.add({ logicalId: constructId(made), type, keySpan, span, properties });
  stack.resolver.note(made, draft.logicalId);
  return draft;
}

/** The id that a construct has in its scope; what holds it where the id cannot be computed. */
export function constructId(made: MadeValue): string {
  return knownText(made.positional[1]?.value)?.value || (made.name ?? lastName(made.path));
}

/** Whether a call makes a construct of a class of one of these modules; `from` is matched where the module is known. */
export function isConstruct(made: MadeValue, name: string | RegExp, from: RegExp): boolean {
  const last = lastName(made.path);
  if (typeof name === 'string' ? last !== name : !name.test(last)) return false;
  const module = made.path.slice(0, Math.max(0, made.path.length - last.length - 1));
  return module === '' || from.test(module);
}

/** Properties as CloudFormation names them, of options that mean the same under another name. */
export function propertiesFrom(
  { resolver }: Stack,
  options: Options,
  names: Readonly<Record<string, string>>,
): Entry[] {
  return Object.entries(names).flatMap(([name, property]) => {
    const slot = options.get(name);
    return slot ? [entryAt(property || pascalOf(name), slot.key.span, resolver.slotNode(slot))] : [];
  });
}
