import { stageOf, type Api } from '../../core/api.ts';
import type { RunnableApi } from '../../core/contracts/emulator.ts';
import type { DefinitionFile } from './definition-files.ts';
import { Failure } from './failure.ts';

/** The APIs to run, all or the named one, each in the named stage or its own first; another name is wrong usage. */
export function chooseApis(
  files: readonly DefinitionFile[],
  { api: name, stage }: { readonly api?: string; readonly stage?: string },
): RunnableApi[] {
  const all = files.flatMap(({ path, reading }) => reading.apis.map((api) => ({ api, file: path })));
  const named = all.filter(({ api }) => name === undefined || api.name === name || api.logicalId === name);
  if (named.length === 0) {
    const known = all.map(({ api }) => api.logicalId).join(', ');
    throw new Failure(`There is no API named "${name}"; there is ${known}.`, 2);
  }
  const staged = named.filter(({ api }) => stage === undefined || hasStage(api, stage));
  if (staged.length === 0) {
    const known = [...new Set(named.flatMap(({ api }) => api.stages.map((one) => one.name)))].join(', ');
    throw new Failure(`There is no stage named "${stage}"; there is ${known}.`, 2);
  }
  return staged.map(({ api, file }) => ({ api, file, stage: stage ?? stageOf(api) }));
}

/** An API without stages in the file can have any. */
function hasStage(api: Api, stage: string): boolean {
  return api.stages.length === 0 || api.stages.some(({ name }) => name === stage);
}
