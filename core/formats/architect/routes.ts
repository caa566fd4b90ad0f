import { entryOf, outerOf, spanOf, textOf, type Node, type ScalarNode } from '../../syntax/node.ts';
import type { Span } from '../../span.ts';
import type { Text } from '../../text.ts';

/** What a line of `@ws` says, or Architect adds. */
export interface ArchitectRoute {
  /** As in the path `src/ws/NAME`: `connect`, `send`. */
  readonly name: string;
  readonly routeKey: Text;
  readonly span: Span;
  /** The folder of the code, if it is not that of the convention. */
  readonly source?: ScalarNode;
}

// In the order in which Architect adds them.
const always = ['connect', 'default', 'disconnect'];

/** The routes of a `@ws` section in the order of the file, behind those that Architect adds. */
export function routesOf(header: ScalarNode, section: Node): ArchitectRoute[] {
  const written = new Map<string, ArchitectRoute>();
  for (const route of itemsOf(section).flatMap(routeOf)) written.set(route.name, route);
  const added = always.filter((name) => !written.has(name)).map((name) => impliedRoute(name, header));
  return [...added, ...written.values()];
}

/** A map of names stands for a list of them in JSON and YAML. */
function itemsOf(section: Node): readonly Node[] {
  if (section.kind === 'list') return section.items;
  if (section.kind !== 'map') return [];
  return section.entries.map((entry) => ({ ...section, entries: [entry] }));
}

function routeOf(item: Node): ArchitectRoute[] {
  const [entry] = item.kind === 'map' ? item.entries : [];
  const name = entry?.key ?? (item.kind === 'list' ? item.items[0] : item);
  if (name?.kind !== 'scalar' || name.value === '') return [];
  const source = entry && entryOf(entry.value, 'src')?.value;
  const { end } = entry ? outerOf(entry.value) : outerOf(item);
  const { start } = outerOf(name);
  const plain = name.value.replace(/^\$(?=(?:connect|default|disconnect)$)/, '');
  return [
    {
      name: plain,
      routeKey: routeKeyOf(plain, name),
      span: { start, end: Math.max(end, outerOf(name).end) },
      ...(source?.kind === 'scalar' && { source }),
    },
  ];
}

/** The key of what is written `connect` is `$connect`. */
function routeKeyOf(plain: string, name: ScalarNode): Text {
  const text = textOf(name);
  if (!always.includes(plain) || text.value !== plain) return text;
  const { start, end } = text.span;
  const offsets =
    text.offsets ?? Array.from({ length: plain.length + 1 }, (_, index) => Math.min(start + index, end));
  return { ...text, value: `$${plain}`, offsets: [start, ...offsets] };
}

function impliedRoute(name: string, header: ScalarNode): ArchitectRoute {
  const span = spanOf(header);
  const value = `$${name}`;
  const offsets = [...Array.from({ length: value.length }, () => span.start), span.end];
  return { name, span, routeKey: { value, span, spelling: 'yaml-plain', implied: true, offsets } };
}
