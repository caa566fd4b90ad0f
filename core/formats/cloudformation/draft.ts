import type { Entry, Node } from '../../syntax/node.ts';
import { contentOf } from './content.ts';
import type { IncludedFiles } from './included-files.ts';
import { withIncludedEntries } from './includes.ts';
import type { Parts } from './parts.ts';
import type { Resource } from './template.ts';

/** What a template says before its loops are run and its nested stacks are read. */
export interface Draft {
  readonly sections: readonly Entry[];
  /** Entries where they may be loops, or come from another file. */
  readonly resources: readonly (Resource | Entry)[];
  readonly mayLoop: boolean;
}

/** The draft of a template that was parsed in parts. */
export function draftOfParts(parts: Parts['parts'], files: IncludedFiles, path: string): Draft {
  const sections: Entry[] = [];
  const resources: (Resource | Entry)[] = [];
  let mayLoop = false;
  for (const { key, tree, chunk } of parts) {
    const content = contentOf(chunk);
    mayLoop ||= content.isSpecial;
    if (!content.isSpecial) {
      sections.push(...content.sections);
      resources.push(...content.resources);
    } else if (key.startsWith('Resources/')) {
      resources.push(...entriesOf(tree, files, path));
    } else {
      const draft = draftOfTree(tree, files, path);
      sections.push(...draft.sections);
      resources.push(...draft.resources);
    }
  }
  return { sections, resources, mayLoop };
}

/** The draft of a template in another file. */
export function draftOfTree(tree: Node | undefined, files: IncludedFiles, path: string): Draft {
  const sections = entriesOf(tree, files, path);
  const resources = sections.flatMap(({ key, value }) =>
    key.value === 'Resources' && value.kind === 'map' ? value.entries : [],
  );
  return { sections, resources, mayLoop: true };
}

function entriesOf(tree: Node | undefined, files: IncludedFiles, path: string): readonly Entry[] {
  return tree?.kind === 'map' ? withIncludedEntries(tree.entries, files, path) : [];
}
