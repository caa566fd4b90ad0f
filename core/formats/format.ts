import type { Api } from '../api.ts';
import type { Problem } from '../problem.ts';
import type { Chunk } from './cloudformation/chunk.ts';
import type { ParsedHcl } from '../syntax/hcl-tree.ts';
import type { Source } from './source.ts';

/** A kind of definition. */
export interface Format {
  /** The APIs that the definition defines in this way. `previous` is what the last reading of the file left. */
  readonly read: (source: Source, previous: Outcome | undefined) => Outcome;
}

/** What a format found in a definition. */
export interface Outcome {
  readonly apis: readonly Api[];
  readonly problems: readonly Problem[];
  /** What the next reading of the file may keep beyond what `Source.once` keeps by itself. */
  readonly chunks?: readonly Chunk[];
  /** Of Terraform: by block, the last reading without problems. */
  readonly goodBlocks?: ReadonlyMap<string, ParsedHcl>;
}
