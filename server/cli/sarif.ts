import { win32 } from 'node:path';
import { pathToFileURL } from 'node:url';
import { explanationOf } from '../language/diagnose.ts';
import { diagnostics } from '../language/rules/rules.ts';
import type { FileFinding } from './finding.ts';

const levels = { error: 'error', warning: 'warning', information: 'note' } as const;

/** Findings as a SARIF 2.1.0 log, which code scanning services read. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarifOf(findings: readonly FileFinding[], windows = process.platform === 'win32'): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'routescope',
            informationUri: 'https://github.com/routescope/routescope',
            rules: diagnostics.map(({ code, severity }) => ({
              id: code,
              helpUri: explanationOf(code),
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: diagnostics.findIndex(({ code }) => code === finding.code),
          level: levels[finding.severity],
          message: { text: finding.message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(finding.file, windows) },
                region: {
                  startLine: finding.line,
                  startColumn: finding.column,
                  endLine: finding.endLine,
                  endColumn: finding.endColumn,
                },
              },
            },
          ],
          ...(finding.silenced && { suppressions: [{ kind: 'inSource' }] }),
        })),
      },
    ],
  };
}

/** A relative reference where the path is relative, so that the log fits every checkout. */
function uriOf(file: string, windows: boolean): string {
  if (windows ? win32.isAbsolute(file) : file.startsWith('/')) return pathToFileURL(file, { windows }).href;
  const path = windows ? file.replaceAll('\\', '/') : file;
  return path.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');
}
