import type { Problem } from '../../problem.ts';
import type { HclAttribute, ParsedHcl } from '../../syntax/hcl-tree.ts';
import type { Source } from '../source.ts';
import { evaluate } from './evaluate.ts';
import { readBlocks, readValues, type FileBlocks, type PlacedBlock, type PlacedBody } from './folder.ts';
import type { Folder, Scope } from './scope.ts';
import { isNull, type Value } from './value.ts';

/** A module: the `.tf` files of a folder, and what their expressions refer to. */
export interface Module {
  /** Of the file that was read first, and of those beside it. */
  readonly blocks: readonly PlacedBlock[];
  readonly folder: Folder;
  readonly problems: readonly Problem[];
  readonly good: ReadonlyMap<string, ParsedHcl>;
}

/** Reads the files beside a definition, and what variables are set to. */
export function readModule(own: FileBlocks, source: Source, earlier: ReadonlyMap<string, ParsedHcl>): Module {
  const names = source.list('.').toSorted();
  const include = (name: string) => source.include(name) ?? [];
  const beside = names
    .filter((name) => /\.tf(?:\.json)?$/.test(name))
    .flatMap(include)
    .map((file) => readBlocks(file, source, earlier));
  const files = [own, ...beside];
  const values = names
    .filter((name) => name === 'terraform.tfvars' || name.endsWith('.auto.tfvars'))
    // `terraform.tfvars` is read first, what comes later counts.
    .toSorted((one, other) => Number(one !== 'terraform.tfvars') - Number(other !== 'terraform.tfvars'))
    .flatMap(include)
    .map((file) => readValues(file, source));
  const blocks = files.flatMap((file) => file.blocks);
  return {
    blocks,
    folder: folderOf(blocks, values, source),
    problems: files.flatMap((file) => file.problems),
    good: new Map(files.flatMap((file) => [...file.good])),
  };
}

/** The scope of what stands in a block. */
export function scopeOf({ text, place }: Omit<PlacedBlock, 'block'>, folder: Folder): Scope {
  return { folder, text, place, names: new Map() };
}

type Placed = readonly [attribute: HclAttribute, from: Omit<PlacedBlock, 'block'>];

function folderOf(blocks: readonly PlacedBlock[], values: readonly PlacedBody[], source: Source): Folder {
  const locals = new Map<string, Placed>();
  const defaults = new Map<string, Placed>();
  for (const placed of blocks) {
    const { type, labels, body } = placed.block;
    if (type === 'locals') for (const one of body.attributes) locals.set(one.name, [one, placed]);
    const [name] = labels;
    const written = type === 'variable' ? body.attributes.find((one) => one.name === 'default') : undefined;
    if (name && written) defaults.set(name.value, [written, placed]);
  }
  for (const placed of values) {
    for (const one of placed.body.attributes) defaults.set(one.name, [one, placed]);
  }
  const folder: Folder = {
    local: known(locals),
    variable: known(defaults),
    file: (path) => source.include(path),
    effort: { steps: 0, depth: 0 },
  };
  return folder;

  /** Each is computed once; one that refers to itself is unknown. */
  function known(written: ReadonlyMap<string, Placed>): (name: string) => Value | undefined {
    const found = new Map<string, Value | undefined>();
    return (name) => {
      const [attribute, from] = written.get(name) ?? [];
      if (!attribute || !from) return undefined;
      if (!found.has(name)) {
        found.set(name, undefined);
        found.set(name, evaluate(attribute.value, scopeOf(from, folder)));
      }
      return found.get(name);
    };
  }
}

/** A value, unless it is null: in Terraform that is the same as not writing it. */
export function notNull(value: Value | undefined): Value | undefined {
  return value && isNull(value) ? undefined : value;
}
