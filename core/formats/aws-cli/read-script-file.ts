import { readCmd } from '../../syntax/cmd.ts';
import { readPowershell } from '../../syntax/powershell.ts';
import { readShell } from '../../syntax/shell.ts';
import type { Script } from '../../syntax/shell-script.ts';
import type { Spelling } from '../../spelling.ts';
import type { Outcome } from '../format.ts';
import type { Source } from '../source.ts';
import { apisOfParts } from './apis-of-parts.ts';
import { partsOfCalls } from './parts-of-calls.ts';
import { runScript } from './run-script.ts';

interface Shell {
  readonly extension: RegExp;
  readonly read: (text: string) => Script;
  readonly plain: Spelling;
}

const posix: Shell = { extension: /\.(?:sh|bash|zsh|ksh)$/i, read: readShell, plain: 'shell-plain' };

const shells: readonly Shell[] = [
  posix,
  { extension: /\.psm?1$/i, read: readPowershell, plain: 'powershell-plain' },
  { extension: /\.(?:cmd|bat)$/i, read: readCmd, plain: 'cmd-plain' },
];

/** The APIs that a shell script makes with `aws apigatewayv2`, whatever the shell. */
export function readScriptFile(source: Source): Outcome {
  const { path, text } = source;
  const { read, plain } = shells.find(({ extension }) => extension.test(path)) ?? posix;
  const { calls, packed, problems } = runScript(source.once(read, text), plain, source);
  return { apis: apisOfParts(partsOfCalls(calls), 'aws-cli', packed, problems), problems };
}
