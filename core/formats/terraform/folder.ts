import type { Problem } from '../../problem.ts';
import { throughEdit } from '../../syntax/edit.ts';
import { parseHcl } from '../../syntax/hcl-body.ts';
import { hclStretches } from '../../syntax/hcl-stretches.ts';
import { parseTerraformJson } from './terraform-json.ts';
import type { HclBlock, HclBody, ParsedHcl } from '../../syntax/hcl-tree.ts';
import type { Included, Source } from '../source.ts';
import { loses } from './loses.ts';

/** A block of the top level, and where the stretch of text stands that it was read from. */
export interface PlacedBlock {
  readonly block: HclBlock;
  readonly text: string;
  readonly place: (offset: number) => number;
}

/** A body that is a whole file: `.tfvars`. */
export interface PlacedBody {
  readonly body: HclBody;
  readonly text: string;
  readonly place: (offset: number) => number;
}

/** What the files of a folder say, as far as it can be understood. */
export interface FileBlocks {
  readonly blocks: readonly PlacedBlock[];
  readonly problems: readonly Problem[];
  /** By block, the last reading without problems: it stands where the present one would lose something. */
  readonly good: ReadonlyMap<string, ParsedHcl>;
}

/** Reads the blocks of a file; only those are parsed whose text changed. */
export function readBlocks(
  file: Pick<Included, 'path' | 'text' | 'start'>,
  source: Source,
  earlier: ReadonlyMap<string, ParsedHcl>,
): FileBlocks {
  const isJson = file.path.toLowerCase().endsWith('.json');
  const stretches = isJson ? [{ start: 0, text: file.text }] : source.once(hclStretches, file.text);
  const good = new Map<string, ParsedHcl>();
  const problems: Problem[] = [];
  const counts = new Map<string, number>();
  const blocks = stretches.flatMap(({ start, text }): PlacedBlock[] => {
    const parsed = source.once(isJson ? parseTerraformJson : parseHcl, text);
    const from = file.start + start;
    problems.push(
      ...parsed.problems.map(({ message, span }) => ({
        message,
        span: { start: from + span.start, end: from + span.end },
      })),
    );
    const name = keyOf(parsed, text);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const key = `${file.path} ${name} ${count}`;
    const before = parsed.problems.length > 0 ? earlier.get(key) : parsed;
    if (before) good.set(key, before);
    if (!before || before === parsed || !loses(parsed.body, before.body)) {
      return parsed.body.blocks.map((block) => ({ block, text, place: (offset) => from + offset }));
    }
    const edited = throughEdit(before.text, text);
    const place = (offset: number) => from + edited(offset);
    return before.body.blocks.map((block) => ({ block, text: before.text, place }));
  });
  return { blocks, problems, good };
}

/** Reads a `.tfvars` file. */
export function readValues(file: Included, source: Source): PlacedBody {
  const { text, body } = source.once(parseHcl, file.text);
  return { text, body, place: (offset) => file.start + offset };
}

/** What names a block also while its end is missing; of blocks without labels the first name in them. */
function keyOf({ body }: ParsedHcl, text: string): string {
  const [first] = body.blocks;
  if (!first) return text.slice(0, 80);
  const inside = first.labels.length > 0 ? [] : first.body.attributes.slice(0, 1).map(({ name }) => name);
  return [first.type, ...first.labels.map(({ value }) => value), ...inside].join('.');
}
