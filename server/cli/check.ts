import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { placeAt } from '../../core/formats/file-at.ts';
import { createFilesBeside, type FilesBeside } from '../language/circumstances.ts';
import { type Diagnostic, diagnoseWithSilenced } from '../language/diagnose.ts';
import { diagnostics } from '../language/rules/rules.ts';
import { readSampleFiles } from '../language/sample-files.ts';
import { samplesOf } from '../language/samples.ts';
import { readSeverities, type Severities } from '../language/severities.ts';
import { nothingFound, readDefinitionFiles, type DefinitionFile } from './definition-files.ts';
import { Failure } from './failure.ts';
import type { FileFinding } from './finding.ts';
import { repositoryOf } from './repository-of.ts';
import { sarifOf } from './sarif.ts';

/** The options of `routescope check`. */
export interface CheckOptions {
  readonly format: 'text' | 'json' | 'sarif';
  /** `CODE=SEVERITY` each. */
  readonly rule: readonly string[];
}

const reports: Readonly<Record<CheckOptions['format'], (findings: readonly FileFinding[]) => string>> = {
  text: (findings) => findings.filter(isShown).map(lineOf).join(''),
  json: (findings) => `${JSON.stringify({ findings: findings.filter(isShown) }, null, 2)}\n`,
  sarif: (findings) => `${JSON.stringify(sarifOf(findings), null, 2)}\n`,
};

/**
 * Reports what is wrong with the definitions; 1 where there are errors or warnings, or where a file that the
 * person named defines no WebSocket API. A folder without any is only told of: a project may have none yet.
 */
export async function check(paths: readonly string[], { format, rule }: CheckOptions): Promise<number> {
  const beside = createFilesBeside();
  beside.choose(severitiesOf(rule));
  const findings: FileFinding[] = [];
  const problems = new Set<string>();
  let isMissing = false;
  for (const path of paths) {
    const files = await readDefinitionFiles(path);
    if (!files.some(({ reading }) => reading.apis.length > 0)) {
      process.stderr.write(`routescope: ${nothingFound(path, files)}\n`);
      isMissing ||= statSync(path).isFile();
    }
    for (const file of files) {
      findings.push(...findingsOf(file, beside));
      for (const problem of beside.problemsOf(file.path, repositoryOf(file.path))) problems.add(problem);
    }
  }
  for (const problem of problems) process.stderr.write(`routescope: ${problem}\n`);
  process.stdout.write(reports[format](findings));
  return isMissing || findings.some((one) => !one.silenced && one.severity !== 'information') ? 1 : 0;
}

/** What `--rule CODE=SEVERITY` says; another text is wrong usage. */
function severitiesOf(rules: readonly string[]): Severities {
  const given = Object.fromEntries(rules.map((rule) => /^([^=]*)=?(.*)$/.exec(rule)?.slice(1) ?? []));
  const { severities, problems } = readSeverities(
    given,
    diagnostics.map(({ code }) => code),
  );
  if (problems.length > 0) throw new Failure(problems.join(' '), 2);
  return severities;
}

function findingsOf({ name, path, reading }: DefinitionFile, beside: FilesBeside): FileFinding[] {
  const root = repositoryOf(path);
  const files = readSampleFiles(path, root);
  const { shown, silenced } = diagnoseWithSilenced(
    reading,
    (api) => samplesOf(api, reading.text, files),
    beside.of(path, root),
  );
  const findingOf = ({ code, severity, message, href, span }: Diagnostic): FileFinding => {
    const { path: other, line, column } = placeAt(reading, span.start);
    const { line: endLine, column: endColumn } = placeAt(reading, span.end);
    const file = other === undefined ? name : relative(process.cwd(), other);
    return { file, line, column, endLine, endColumn, code, severity, message, href };
  };
  return [
    ...shown.map(findingOf),
    ...silenced.map((one) => ({ ...findingOf(one), silenced: true as const })),
  ];
}

function isShown({ silenced }: FileFinding): boolean {
  return !silenced;
}

function lineOf({ file, line, column, severity, message, code }: FileFinding): string {
  return `${file}:${line}:${column} ${severity}: ${message} [${code}]\n`;
}
