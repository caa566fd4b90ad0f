import { folderOfScript, isAbsolute } from '../../script/folder-of-script.ts';
import { joinPath } from '../../paths.ts';
import type { Source } from '../source.ts';

/** How far above a definition the settings of its app may be. */
const mostFoldersUp = 5;

/** A path that the CDK takes as relative to the app's folder (that of `cdk.json`), relative to the definition's. */
export function codeFolder(path: string, source: Source): string {
  if (isAbsolute(path)) return relative(folderOfScript(source.path), joinPath('', path));
  return joinPath(appFolder(source), path);
}

/** The folder of the app, relative to the definition's. */
function appFolder(source: Source): string {
  let folder = '.';
  for (let up = 0; up <= mostFoldersUp; up++) {
    if (source.list(folder).includes('cdk.json')) return folder;
    folder = folder === '.' ? '..' : `../${folder}`;
  }
  return '.';
}

function relative(from: string, to: string): string {
  const [here = [], there = []] = [from, to].map((path) =>
    path.split(/[/\\]/).filter((part) => part !== '' && part !== '.'),
  );
  let same = 0;
  while (same < here.length && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/') || '.';
}
