import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { Failure } from './failure.ts';

/** Runs a command line and gives its exit status; throws a `Failure` for what cannot be done. */
export async function runCommand(args: readonly string[]): Promise<number> {
  let status = 0;
  const program = createProgram((code) => (status = code));
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw new Failure(error.message.replace(/^error: /, ''), 2);
  }
  return status;
}

// Each command is loaded when it runs, so that `eval` does not wait for the emulator.
function createProgram(finish: (status: number) => void): Command {
  const program = new Command('routescope')
    .description('Amazon API Gateway WebSocket APIs on your machine: where messages go, and why.')
    .version(readVersion())
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .helpCommand(false)
    .showSuggestionAfterError();

  program
    .command('eval')
    .summary('evaluate a route selection expression on a message')
    .description(
      'Evaluates a route selection expression on a message and prints value, route and reason as JSON.\n' +
        'With --batch reads one JSON object a line, {id, expression, payload, routes}, and answers each with a line.',
    )
    .argument('[expression]', "the expression, in single quotes: '$request.body.action'")
    .option('--payload <text>', 'the message')
    .option('--payload-file <file>', 'a file that holds the message; - is stdin')
    .option('--route <key>', 'a route key of the API; repeat it for each route', append, [])
    .option('--batch', 'evaluate the lines of stdin')
    .addHelpText(
      'after',
      examples('eval \'$request.body.action\' --payload \'{"action":"join"}\' --route join'),
    )
    .action(async (expression, options) => {
      if (options.batch) finish(await (await import('./eval-batch.ts')).evaluateBatch(expression, options));
      else finish(await (await import('./eval.ts')).evaluate(expression, options));
    });

  program
    .command('routes')
    .summary('list the APIs and routes that a file or folder defines')
    .description('Lists the WebSocket APIs that a definition file, or those in a folder, define.')
    .argument('<path>', 'a definition file, or a folder')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('routes template.yaml', 'routes . --json'))
    .action(async (path, options) => finish(await (await import('./routes.ts')).listRoutes(path, options)));

  program
    .command('check')
    .summary('find mistakes, as the editor does')
    .description('Reports the diagnostics of the editor; samples are read from .routescope/samples.')
    .argument('<path...>', 'definition files or folders')
    .addOption(
      new Option('--format <format>', 'how to report').choices(['text', 'json', 'sarif']).default('text'),
    )
    .option(
      '--rule <code=severity>',
      'off, information, warning or error for a code; repeat it for each code',
      append,
      [],
    )
    .addHelpText('after', examples('check .', 'check template.yaml --format sarif > routescope.sarif'))
    .action(async (paths, options) => finish(await (await import('./check.ts')).check(paths, options)));

  program
    .command('start')
    .summary('run the API on this machine')
    .description('Runs the WebSocket APIs that a definition file or folder defines, until Ctrl-C.')
    .argument('<path>', 'a definition file, or a folder')
    .option('--api <name>', 'only this API, by name or logical id')
    .option('--stage <name>', 'the stage to serve', undefined)
    .option('--port <number>', 'the port on 127.0.0.1; 0 is any free one', toPort, 3001)
    .option(
      '--allow-origin <origin>',
      'let web pages of this origin connect; * is all, as on AWS',
      append,
      [],
    )
    .option('--json', 'print one event a line as JSON')
    .addHelpText('after', examples('start template.yaml', 'start . --api Chat --port 8080'))
    .action(async (path, options) => finish(await (await import('./start.ts')).start(path, options)));

  return program;
}

function append(value: string, values: readonly string[]): string[] {
  return [...values, value];
}

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

function examples(...lines: readonly string[]): string {
  const one = lines.length === 1 ? 'Example' : 'Examples';
  return `\n${one}:\n${lines.map((line) => `  $ routescope ${line}`).join('\n')}`;
}

/** From the package that the program belongs to: two folders up in the source, one in the bundle. */
function readVersion(): string {
  for (const place of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'));
      if (name === 'routescope') return String(version);
    } catch {
      // It stands at the other place.
    }
  }
  return 'unknown';
}
