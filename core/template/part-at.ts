import { touches } from '../span.ts';
import type { Node, Reference } from './node.ts';
import type { Template } from './parse-template.ts';
import { allParts, type Part, partsOf } from './parts.ts';

/** The innermost reference that an offset stands in or touches. */
export function referenceAt(template: Template, offset: number): Reference | undefined {
  return innermost(template.nodes, offset, (part) => part.kind === 'reference') as Reference | undefined;
}

/** The innermost directive whose first word an offset stands in or touches. */
export function directiveAt(template: Template, offset: number): Node | undefined {
  return innermost(template.nodes, offset, ({ kind, span }) => {
    const { text } = template;
    const start = text.indexOf('#', span.start);
    const [word = ''] = /^#(?:\{\w+\}|@?\w+)/.exec(text.slice(start, start + 60)) ?? [];
    return isDirective(kind) && offset >= start && offset <= start + word.length;
  }) as Node | undefined;
}

/** The names that a template gives values to itself. */
export function namesSetIn({ nodes }: Template): readonly string[] {
  const names = new Set<string>();
  for (const part of allParts(nodes)) {
    if (part.kind === 'set' && part.target.accesses.length === 0) names.add(part.target.name);
    if (part.kind === 'foreach') names.add(part.variable).add('foreach');
    if (part.kind === 'define') names.add(part.name);
    if (part.kind === 'macro') for (const parameter of part.parameters) names.add(parameter);
  }
  return [...names].toSorted();
}

function isDirective(kind: Part['kind']): boolean {
  return ['set', 'if', 'foreach', 'define', 'macro', 'evaluate', 'load', 'break', 'stop'].includes(kind);
}

function innermost(
  parts: readonly Part[],
  offset: number,
  accepts: (part: Part) => boolean,
): Part | undefined {
  for (const part of parts) {
    if (!touches(part.span, offset)) continue;
    const found = innermost(partsOf(part), offset, accepts) ?? (accepts(part) ? part : undefined);
    if (found) return found;
  }
  return undefined;
}
