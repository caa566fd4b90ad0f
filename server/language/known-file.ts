import type { Api } from '../../core/api.ts';
import type { ApiAddress, RunningApi } from '../../core/contracts/language.ts';
import type { Reading } from '../../core/formats/formats.ts';
import type { Sample } from '../../core/sample.ts';
import type { Circumstances } from './diagnose.ts';

/** A definition file with all that the server knows of it: what every answer about it is computed from. */
export interface KnownFile {
  readonly uri: string;
  /** The absolute path; undefined for a document that is not on this machine's disk. */
  readonly path: string | undefined;
  /** The workspace folder that the file is in, or the file's own folder; undefined as the path. */
  readonly root: string | undefined;
  /** As it is in the editor, saved or not, with the other files that the definition consists of behind it. */
  readonly text: string;
  readonly reading: Reading;
  /** The samples of one of its APIs, the chosen one first. */
  readonly samplesOf: (api: Api) => readonly Sample[];
  /** What the emulator does with one of its APIs, where it runs it. */
  readonly runningOf: (api: Api) => RunningApi | undefined;
  /** What findings depend on beside the definition and the samples. */
  readonly circumstances: Circumstances;
}

/** How commands and messages name an API of the file. */
export function addressOf(file: KnownFile, api: Api): ApiAddress {
  return { uri: file.uri, logicalId: api.logicalId };
}
