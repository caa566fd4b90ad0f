import type { Problem } from '../../problem.ts';
import type { Span } from '../../span.ts';
import type { Node, ScalarNode } from '../../syntax/node.ts';
import type { Chunk } from './chunk.ts';

/** A CloudFormation or SAM template as a tree, as far as it can be understood. */
export interface Template {
  /** With that of the files that belong to it. */
  readonly text: string;
  readonly syntax: 'yaml' | 'json';
  /** The template is for SAM, or uses it. */
  readonly isSam: boolean;
  /** What the template refers to may be defined elsewhere. */
  readonly isPart?: true;
  /** `Globals`, `Parameters`, `Conditions`, `Mappings`, `Transform`. */
  readonly sections: ReadonlyMap<string, Node>;
  /** By logical id, in the order of the file. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly resourcesByType: ReadonlyMap<string, readonly Resource[]>;
  /** Values of parameters that go before their defaults. */
  readonly overrides?: ReadonlyMap<string, ScalarNode>;
  readonly problems: readonly Problem[];
  readonly chunks: readonly Chunk[];
  /** Where what is read of the template can be kept for the next reading. */
  readonly lookups?: Lookups;
  /** The steps taken for the value that is being resolved. */
  readonly effort: { steps: number };
}

/** An entry of `Resources`. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  /** The logical id. */
  readonly keySpan: Span;
  /** The whole resource. */
  readonly span: Span;
  readonly node: Node;
  readonly properties: Node | undefined;
  /** Keys that stand in it twice. */
  readonly repeated?: readonly ScalarNode[];
  /** The folder that its paths are relative to, where that is not the template's. */
  readonly folder?: string;
  /** Where what is read of it can be kept. */
  readonly keeper?: Keeper;
}

/** What was read of a resource, by who read it, for as long as its chunk stays as it is. */
export interface Keeper {
  readonly chunk: Chunk;
  readonly kept: Map<unknown, Kept>;
}

/** What was read of a resource, with all that it was read from. */
export interface Kept {
  readonly part: unknown;
  /** What was looked up in the template, with what stood for it. */
  readonly uses: readonly (readonly [key: string, found: unknown])[];
  /** Where the chunks stood that the part has places in, its own first. */
  readonly places: readonly { readonly chunk: Chunk; readonly start: number }[];
}

/** What the reading of a part looks up in the template, written down so that the part can be kept. */
export interface Lookups {
  /** What the part that is being read has looked up, with what stands for it. */
  current: Map<string, unknown> | undefined;
  /** What stands for something that is looked up: the same as long as that is the same. */
  readonly find: (key: string) => unknown;
  readonly chunks: ReadonlySet<Chunk>;
  /** By type, the resources that are made by the parameters' defaults. */
  readonly made: Map<string, readonly Resource[]>;
}
