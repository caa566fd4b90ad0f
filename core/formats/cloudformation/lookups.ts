import { outerOf, valueAt, type Node } from '../../syntax/node.ts';
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

/** The lookups of a template. */
export function lookupsOf(template: Template): Lookups {
  const found = new Map<string, unknown>();
  return {
    current: undefined,
    chunks: new Set(template.chunks),
    find(key) {
      const known = found.get(key);
      if (known !== undefined || found.has(key)) return known;
      const one = standsFor(key);
      found.set(key, one);
      return one;
    },
  };

  function standsFor(key: string): unknown {
    const [kind = ''] = key.split(' ', 1);
    const name = key.slice(kind.length + 1);
    if (kind === 'resources') return idsOfSam(template).join(' ');
    if (kind === 'resource') return template.resources.get(name);
    const node = valueAt(template.sections.get(kind), name);
    if (!node) return undefined;
    const { start, end } = outerOf(node);
    // Where the section's text does not tell all, its nodes must be the same.
    const isAlone = template.chunks.find((chunk) => chunk.key === kind)?.reusable;
    return isAlone ? template.text.slice(start, end) : node;
  }
}

function note(kind: string, name: string, { lookups }: Template): void {
  const key = `${kind} ${name}`;
  if (lookups?.current && !lookups.current.has(key)) lookups.current.set(key, lookups.find(key));
}

function idsOfSam({ resourcesByType }: Template): string[] {
  return [...resourcesByType].flatMap(([type, resources]) =>
    type.startsWith('AWS::Serverless::') ? resources.map(({ logicalId }) => logicalId) : [],
  );
}
