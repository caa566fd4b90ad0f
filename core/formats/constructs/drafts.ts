import type { Span } from '../../span.ts';
import type { Entry } from '../../syntax/node.ts';

/** A resource of CloudFormation that a program makes. */
export interface Draft {
  readonly logicalId: string;
  readonly type: string;
  /** What names it in the program. */
  readonly keySpan: Span;
  readonly span: Span;
  readonly properties: Entry[];
  readonly metadata: Entry[];
  /** The logical ids of what it waits for. */
  readonly dependsOn: string[];
}

/** The resources that a program makes, in its order. */
export interface Drafts {
  /** Adds one; where its logical id is taken, it gets a number. */
  add(draft: Pick<Draft, 'logicalId' | 'type' | 'keySpan' | 'span'> & Partial<Draft>): Draft;
  of(logicalId: string | undefined): Draft | undefined;
  readonly all: readonly Draft[];
}

/** No resources yet. */
export function openDrafts(): Drafts {
  const all: Draft[] = [];
  const byId = new Map<string, Draft>();
  const counts = new Map<string, number>();
  return {
    all,
    of: (logicalId) => (logicalId === undefined ? undefined : byId.get(logicalId)),
    add({ logicalId: wanted, ...rest }) {
      // Slashes and dots are signs of templates.
      const logicalId = wanted.replaceAll(/[^\w$-]+/g, '-');
      const count = (counts.get(logicalId) ?? 0) + 1;
      counts.set(logicalId, count);
      const name = count === 1 ? logicalId : `${logicalId}${count}`;
      const draft = { properties: [], metadata: [], dependsOn: [], ...rest, logicalId: name };
      all.push(draft);
      byId.set(name, draft);
      return draft;
    },
  };
}
