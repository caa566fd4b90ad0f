import { diagnose } from '../language/diagnose.ts';
import { readSampleFiles } from '../language/sample-files.ts';
import { samplesOf } from '../language/samples.ts';
import { nothingFound, readDefinitionFiles, type DefinitionFile } from './definition-files.ts';
import type { FileFinding } from './finding.ts';
import { positionAt } from './position.ts';
import { sarifOf } from './sarif.ts';

export interface CheckOptions {
  readonly format: 'text' | 'json' | 'sarif';
}

const reports: Readonly<Record<CheckOptions['format'], (findings: readonly FileFinding[]) => string>> = {
  text: (findings) => findings.map(lineOf).join(''),
  json: (findings) => `${JSON.stringify({ findings }, null, 2)}\n`,
  sarif: (findings) => `${JSON.stringify(sarifOf(findings), null, 2)}\n`,
};

/** Reports what is wrong with the definitions; 1 where there are errors or warnings. */
export async function check(paths: readonly string[], { format }: CheckOptions): Promise<number> {
  const findings: FileFinding[] = [];
  for (const path of paths) {
    const files = await readDefinitionFiles(path);
    if (!files.some(({ reading }) => reading.apis.length > 0)) {
      process.stderr.write(`routescope: ${nothingFound(path, files)}\n`);
    }
    findings.push(...files.flatMap(findingsOf));
  }
  process.stdout.write(reports[format](findings));
  return findings.some(({ severity }) => severity !== 'information') ? 1 : 0;
}

function findingsOf({ name, path, text, reading }: DefinitionFile): FileFinding[] {
  const files = readSampleFiles(path, process.cwd());
  return diagnose(text, reading, (api) => samplesOf(api, text, files)).map((diagnostic) => {
    const { code, severity, message, href, span } = diagnostic;
    const start = positionAt(text, span.start);
    const end = positionAt(text, span.end);
    return { file: name, ...start, endLine: end.line, endColumn: end.column, code, severity, message, href };
  });
}

function lineOf({ file, line, column, severity, message, code }: FileFinding): string {
  return `${file}:${line}:${column} ${severity}: ${message} [${code}]\n`;
}
