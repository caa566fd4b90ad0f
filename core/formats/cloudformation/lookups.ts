import { valueAt, type Node } from '../../syntax/node.ts';
import { nestingSign } from './nesting.ts';
import type { Chunk } from './chunk.ts';
import type { Lookups, Resource, Template } from './template.ts';

/** The resource of a logical id. */
export function resourceNamed(logicalId: string, template: Template): Resource | undefined {
  note('resource', logicalId, template);
  return template.resources.get(logicalId);
}

/** An entry of a section: a parameter, a condition, a mapping, or what `Globals` has for one type. */
export function sectionEntry(section: string, name: string, template: Template): Node | undefined {
  note(section, name, template);
  return valueAt(template.sections.get(section), name);
}

/** The logical ids of SAM's resources. */
export function samResources(template: Template): readonly string[] {
  note('resources', 'of SAM', template);
  return idsOfSam(template);
}

/** The logical ids of what is nested in a stack. */
export function nestedIn(stack: string, template: Template): readonly string[] {
  note('nested', stack, template);
  return idsIn(stack, template);
}

/** The lookups of a template that is read in chunks. */
export function lookupsOf(chunks: readonly Chunk[], template: () => Template): Lookups {
  const found = new Map<string, unknown>();
  const byKey = new Map(chunks.map((chunk) => [chunk.key, chunk]));
  return {
    current: undefined,
    made: new Map(),
    chunks: new Set(chunks),
    find(key) {
      const known = found.get(key);
      if (known !== undefined || found.has(key)) return known;
      const one = standsFor(key, template(), byKey);
      found.set(key, one);
      return one;
    },
  };
}

function standsFor(key: string, template: Template, byKey: ReadonlyMap<string, Chunk>): unknown {
  const [kind = ''] = key.split(' ', 1);
  const name = key.slice(kind.length + 1);
  if (kind === 'resources') return idsOfSam(template).join(' ');
  if (kind === 'nested') return idsIn(name, template).join(' ');
  if (kind === 'resource') return template.resources.get(name);
  const node = valueAt(template.sections.get(kind), name);
  if (!node) return undefined;
  const chunk = byKey.get(kind);
  // Where the section's own text does not tell all, its nodes must be the same.
  if (!chunk?.reusable || chunk.standing.parsed.origin !== node.place.origin) return node;
  const { start, end } = node.place.outer;
  const override = kind === 'Parameters' ? template.overrides?.get(name)?.value : undefined;
  return `${override ?? ''}\n${chunk.standing.text.slice(start, end)}`;
}

function note(kind: string, name: string, { lookups }: Template): void {
  const key = `${kind} ${name}`;
  if (lookups?.current && !lookups.current.has(key)) lookups.current.set(key, lookups.find(key));
}

function idsIn(stack: string, { resources }: Template): string[] {
  const own = resources.get(stack);
  if (own && own.type !== 'AWS::CloudFormation::Stack') return [];
  return [...resources.keys()].filter((id) => id.startsWith(stack + nestingSign));
}

function idsOfSam({ resourcesByType }: Template): string[] {
  return [...resourcesByType].flatMap(([type, resources]) =>
    type.startsWith('AWS::Serverless::') ? resources.map(({ logicalId }) => logicalId) : [],
  );
}
