import type { Problem } from '../../problem.ts';
import type { Span } from '../../span.ts';
import { outerOf, spanOf, type Node } from '../../syntax/node.ts';
import type { Chunk } from './chunk.ts';
import { contentOf } from './content.ts';
import { lookupsOf } from './lookups.ts';
import { readParts } from './parts.ts';
import type { Resource, Template } from './template.ts';

/** Reads a template; chunks of an earlier reading are parsed again only where their text changed. */
export function readTemplate(path: string, file: string, previous: readonly Chunk[] = []): Template {
  const { text, syntax, parts, problems, chunks } = readParts(path, file, 'Resources', previous);
  const sections = new Map<string, Node>();
  const resources = new Map<string, Resource>();
  for (const { chunk } of parts) {
    const content = contentOf(chunk);
    for (const { key, value } of content.sections) {
      if (sections.has(key.value)) problems.push(twice(key.value, spanOf(key)));
      sections.set(key.value, value);
    }
    content.resources.forEach(addResource);
  }
  const resourcesByType = byType(resources.values());
  const template: Template = {
    text,
    syntax,
    isSam: isForSam(sections.get('Transform'), text) || [...resourcesByType.keys()].some(isOfSam),
    sections,
    resources,
    resourcesByType,
    problems,
    chunks,
    effort: { steps: 0 },
  };
  return { ...template, lookups: lookupsOf(template) };

  function addResource(resource: Resource): void {
    const { logicalId, keySpan, repeated = [] } = resource;
    if (resources.has(logicalId)) problems.push(twice(logicalId, keySpan));
    problems.push(...repeated.map((key) => twice(key.value, spanOf(key))));
    resources.set(logicalId, resource);
  }
}

function twice(key: string, span: Span): Problem {
  return { message: `"${key}" is written twice; the later one counts.`, span };
}

function isForSam(transform: Node | undefined, text: string): boolean {
  if (!transform) return false;
  const { start, end } = outerOf(transform);
  return text.slice(start, end).includes('Serverless-2016');
}

function isOfSam(type: string): boolean {
  return type.startsWith('AWS::Serverless::');
}

function byType(resources: Iterable<Resource>): ReadonlyMap<string, readonly Resource[]> {
  const found = new Map<string, Resource[]>();
  for (const resource of resources) {
    const others = found.get(resource.type);
    if (others) others.push(resource);
    else found.set(resource.type, [resource]);
  }
  return found;
}
