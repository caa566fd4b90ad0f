import type { Api } from '../api.ts';
import type { Problem } from '../problem.ts';
import { throughEdit } from '../syntax/edit.ts';
import { readArchitect } from './architect/architect.ts';
import { readDocumentFile } from './aws-cli/read-document-file.ts';
import { readScriptFile } from './aws-cli/read-script-file.ts';
import { readChalice } from './chalice/read-chalice.ts';
import { readPulumiScript } from './pulumi/read-pulumi-script.ts';
import { readPulumiYaml } from './pulumi/read-pulumi-yaml.ts';
import { readSst } from './sst/read-sst.ts';
import { readCdkWords } from './cdk/read-cdk-words.ts';
import { readCdk } from './cdk/read-cdk.ts';
import { readTemplateFile } from './cloudformation/read-template-file.ts';
import type { Format, Outcome } from './format.ts';
import { kindsOf, kindsOfPath, type FormatKind } from './may-define-apis.ts';
import { readTerraform } from './terraform/terraform.ts';
import { moveSpans } from './move-spans.ts';
import { readServerless } from './serverless/serverless.ts';
import { noSurroundings, openSource, type Included, type Memo, type Surroundings } from './source.ts';

/** The kinds of definitions that are understood. */
const formats: Readonly<Record<FormatKind, Format>> = {
  architect: { read: readArchitect },
  template: { read: readTemplateFile },
  cdk: { read: readCdk },
  'cdk-words': { read: readCdkWords },
  'pulumi-script': { read: readPulumiScript },
  'pulumi-yaml': { read: readPulumiYaml },
  sst: { read: readSst },
  chalice: { read: readChalice },
  serverless: { read: readServerless },
  terraform: { read: readTerraform },
  'aws-cli': { read: readScriptFile },
  'aws-cli-json': { read: readDocumentFile },
};

/** What a definition file says, with the other files that it reads. */
export interface Reading {
  /** The file's text, and behind it that of `files`: what spans are offsets in. */
  readonly text: string;
  /** The other files of which the definition consists. */
  readonly files: readonly Included[];
  /** The paths and folders that the definition names, there or not: when one changes, it must be read again. */
  readonly lookedAt: ReadonlySet<string>;
  /** In the order of the file. */
  readonly apis: readonly Api[];
  readonly problems: readonly Problem[];
  /** What the next reading of the same file may keep. */
  readonly outcomes: ReadonlyMap<FormatKind, Outcome>;
  readonly memo: Memo;
  /** The last reading that found APIs: it stands while the file as a whole cannot be read. */
  readonly good?: { readonly text: string; readonly apis: readonly Api[] };
}

/**
 * Reads the APIs that a definition file defines, as far as it can be understood. With the previous reading of the
 * same file only what changed is parsed, and the last good reading of a resource stands while it is half-typed.
 */
export function readDefinitions(
  path: string,
  text: string,
  previous?: Reading,
  surroundings: Surroundings = noSurroundings,
): Reading {
  const source = openSource(path, text, surroundings, previous?.memo);
  const outcomes = new Map(
    kindsToRead(path, text, previous).map((kind) => [
      kind,
      formats[kind].read(source, previous?.outcomes.get(kind)),
    ]),
  );
  const inOrder = <Part extends Api | Problem>(parts: (outcome: Outcome) => readonly Part[]) =>
    [...outcomes.values()].flatMap(parts).toSorted((one, other) => one.span.start - other.span.start);
  const apis = inOrder((outcome) => outcome.apis);
  const problems = inOrder((outcome) => outcome.problems);
  const whole = source.wholeText();
  const { files, lookedAt, memo } = source;
  const reading = { text: whole, files, lookedAt, apis, problems, outcomes, memo };
  if (apis.length > 0) return { ...reading, good: { text: whole, apis } };
  const good = problems.length > 0 ? previous?.good : undefined;
  if (!good) return reading;
  return { ...reading, apis: moveSpans(good.apis, throughEdit(good.text, whole)), good };
}

/** A text that has lost its mark, or never had one, is still read as what it was or by its name: to say what is wrong. */
function kindsToRead(path: string, text: string, previous: Reading | undefined): readonly FormatKind[] {
  const kinds = kindsOf(path, text);
  if (kinds.length > 0) return kinds;
  return previous ? [...previous.outcomes.keys()] : kindsOfPath(path).slice(0, 1);
}
