import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { placeAt } from '../../core/formats/file-at.ts';
import { diagnose } from '../language/diagnose.ts';
import { readSampleFiles } from '../language/sample-files.ts';
import { samplesOf } from '../language/samples.ts';
import { nothingFound, readDefinitionFiles, type DefinitionFile } from './definition-files.ts';
import type { FileFinding } from './finding.ts';
import { repositoryOf } from './repository-of.ts';
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

function findingsOf({ name, path, reading }: DefinitionFile): FileFinding[] {
  const files = readSampleFiles(path, repositoryOf(path));
  return diagnose(reading, (api) => samplesOf(api, reading.text, files)).map((diagnostic) => {
    const { code, severity, message, href, span } = diagnostic;
    const { path: other, line, column } = placeAt(reading, span.start);
    const { line: endLine, column: endColumn } = placeAt(reading, span.end);
    const file = other === undefined ? name : relative(process.cwd(), other);
    return { file, line, column, endLine, endColumn, code, severity, message, href };
  });
}

function lineOf({ file, line, column, severity, message, code }: FileFinding): string {
  return `${file}:${line}:${column} ${severity}: ${message} [${code}]\n`;
}
