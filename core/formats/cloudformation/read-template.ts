import * as l10n from '@vscode/l10n';
import type { Problem } from '../../problem.ts';
import type { Span } from '../../span.ts';
import { outerOf, spanOf, type Node } from '../../syntax/node.ts';
import { noSurroundings, openSource, type Source } from '../source.ts';
import type { Chunk } from './chunk.ts';
import { resourceOf } from './content.ts';
import { draftOfParts, draftOfTree, type Draft } from './draft.ts';
import { loopedEntries, withLoops } from './for-each.ts';
import { includedFiles, type IncludedFiles } from './included-files.ts';
import { lookupsOf } from './lookups.ts';
import { nestedParts } from './nested-stacks.ts';
import { parameterOverrides } from './overrides.ts';
import { readParts } from './parts.ts';
import type { Resource, Template } from './template.ts';

/** Templates nested deeper are not read. */
const deepestNesting = 5;

/** What a template, and those nested in it, are made with. */
interface Workshop {
  readonly source: Source;
  readonly files: IncludedFiles;
  readonly problems: Problem[];
  readonly base: Pick<Template, 'syntax' | 'chunks' | 'overrides'>;
}

/** Reads a template; chunks of an earlier reading are parsed again only where their text changed. */
export function readTemplate(
  path: string,
  file: string,
  previous: readonly Chunk[] = [],
  source: Source = openSource(path, file, noSurroundings),
): Template {
  const { syntax, parts, problems, chunks } = readParts(path, file, 'Resources', previous);
  const files = includedFiles(source, chunks);
  const draft = draftOfParts(parts, files, path);
  const hasParameters = draft.sections.some(({ key }) => key.value === 'Parameters');
  const overrides = hasParameters ? parameterOverrides(source) : undefined;
  const base = { syntax, chunks, ...(overrides && { overrides }) };
  return templateOf(draft, [path], { source, files, problems, base });
}

/** `paths` are those of the template and of the templates that it is nested in, its own first. */
function templateOf(draft: Draft, paths: readonly string[], workshop: Workshop): Template {
  const { source, files, problems, base } = workshop;
  const sections = new Map<string, Node>();
  for (const { key, value } of draft.sections) {
    if (sections.has(key.value)) problems.push(twice(key.value, spanOf(key)));
    sections.set(key.value, value);
  }
  const resources = new Map<string, Resource>();
  const byType = new Map<string, Resource[]>();
  const template: Template = {
    ...base,
    get text() {
      return source.wholeText();
    },
    get isSam() {
      return isForSam(sections.get('Transform'), source.wholeText()) || [...byType.keys()].some(isOfSam);
    },
    sections,
    resources,
    resourcesByType: byType,
    problems,
    lookups: lookupsOf(base.chunks, () => template),
    effort: { steps: 0 },
  };
  if (draft.mayLoop) for (const [name, node] of sections) sections.set(name, withLoops(node, template));
  for (const one of draft.resources) {
    if ('logicalId' in one) add(one);
    else for (const entry of loopedEntries(one, template)) add(resourceOf(entry, files.textOf(entry.key)));
  }
  const nested = nestedParts(template, paths[0] ?? '', files, ({ path, tree }) =>
    paths.includes(path) || paths.length > deepestNesting
      ? undefined
      : templateOf(draftOfTree(tree, files, path), [path, ...paths], { ...workshop, problems: [] }),
  );
  nested.resources.forEach(add);
  template.lookups?.made.clear();
  for (const [name, entries] of nested.entries) {
    const [first] = entries;
    const section = sections.get(name);
    const own = section?.kind === 'map' ? section.entries : [];
    if (first)
      sections.set(name, { kind: 'map', place: (section ?? first.key).place, entries: [...own, ...entries] });
  }
  return template;

  function add(resource: Resource): void {
    const { logicalId, type, repeated = [] } = resource;
    const former = resources.get(logicalId);
    if (former) problems.push(twice(logicalId, resource.keySpan));
    for (const key of repeated) problems.push(twice(key.value, spanOf(key)));
    resources.set(logicalId, resource);
    if (former) byType.set(former.type, byType.get(former.type)?.filter((one) => one !== former) ?? []);
    const others = byType.get(type);
    if (others) others.push(resource);
    else byType.set(type, [resource]);
  }
}

function twice(key: string, span: Span): Problem {
  return { message: l10n.t('"{0}" is written twice; the later one counts.', key), span };
}

function isForSam(transform: Node | undefined, text: string): boolean {
  if (!transform) return false;
  const { start, end } = outerOf(transform);
  return text.slice(start, end).includes('Serverless-2016');
}

function isOfSam(type: string): boolean {
  return type.startsWith('AWS::Serverless::');
}
