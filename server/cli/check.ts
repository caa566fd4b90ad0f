import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { positionAt } from '../../core/lines.ts';
import { diagnose } from '../language/diagnose.ts';
import { readSampleFiles } from '../language/sample-files.ts';
import { samplesOf } from '../language/samples.ts';
import { nothingFound, readDefinitionFiles, type DefinitionFile } from './definition-files.ts';
import type { FileFinding } from './finding.ts';
import { sarifOf } from './sarif.ts';

/** The options of `routescope check`. */
export interface CheckOptions {
  readonly format: 'text' | 'json' | 'sarif';
}

const reports: Readonly<Record<CheckOptions['format'], (findings: readonly FileFinding[]) => string>> = {
  text: (findings) => findings.map(lineOf).join(''),
  json: (findings) => `${JSON.stringify({ findings }, null, 2)}\n`,
  sarif: (findings) => `${JSON.stringify(sarifOf(findings), null, 2)}\n`,
};

/**
 * Reports what is wrong with the definitions; 1 where there are errors or warnings, or where a file that the
 * person named defines no WebSocket API. A folder without any is only told of: a project may have none yet.
 */
export async function check(paths: readonly string[], { format }: CheckOptions): Promise<number> {
  const findings: FileFinding[] = [];
  let isMissing = false;
  for (const path of paths) {
    const files = await readDefinitionFiles(path);
    if (!files.some(({ reading }) => reading.apis.length > 0)) {
      process.stderr.write(`routescope: ${nothingFound(path, files)}\n`);
      isMissing ||= statSync(path).isFile();
    }
    findings.push(...files.flatMap(findingsOf));
  }
  process.stdout.write(reports[format](findings));
  return isMissing || findings.some(({ severity }) => severity !== 'information') ? 1 : 0;
}

function findingsOf({ name, path, text, reading }: DefinitionFile): FileFinding[] {
  const files = readSampleFiles(path, repositoryOf(path));
  return diagnose(text, reading, (api) => samplesOf(api, text, files)).map((diagnostic) => {
    const { code, severity, message, href, span } = diagnostic;
    const start = positionAt(text, span.start);
    const end = positionAt(text, span.end);
    return { file: name, ...start, endLine: end.line, endColumn: end.column, code, severity, message, href };
  });
}

/** The folder that an editor would have opened: the nearest one above with `.git`, else the file system's root. */
function repositoryOf(path: string): string {
  const folder = dirname(path);
  return folder === path || existsSync(join(folder, '.git')) ? folder : repositoryOf(folder);
}

function lineOf({ file, line, column, severity, message, code }: FileFinding): string {
  return `${file}:${line}:${column} ${severity}: ${message} [${code}]\n`;
}
