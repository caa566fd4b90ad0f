import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A language that functions are written in, and how they are run. */
export interface Runtime {
  /** Which `Runtime` values it is. */
  readonly names: RegExp;
  /** Suffixes of a handler's file, in the order in which they are looked for. */
  readonly extensions: readonly string[];
  /** The name of the file for code that stands in the definition. */
  readonly inlineFile: (code: string) => string;
  /** Program, arguments and environment of a process that runs a function. */
  readonly command: () => Command;
}

export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const runtimes: readonly Runtime[] = [
  {
    names: /^nodejs/,
    extensions: ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'],
    inlineFile: (code) => (/^\s*(?:import|export)\b/m.test(code) ? 'index.mjs' : 'index.js'),
    command: nodeCommand,
  },
];

/** The runtime that a function names; Node.js where it names none. */
export function runtimeOf(name: string | undefined): Runtime | undefined {
  return name === undefined ? runtimes[0] : runtimes.find((runtime) => runtime.names.test(name));
}

/** The person's own Node.js, because their code is written for it; else the one that runs this. */
function nodeCommand(): Command {
  const program = onPath('node');
  const script = runtimeProgram('node.mjs');
  if (program !== undefined) return { program, arguments: [script], environment: {} };
  // Inside VS Code this process may be Electron, which is Node.js only when it is told so.
  return { program: process.execPath, arguments: [script], environment: { ELECTRON_RUN_AS_NODE: '1' } };
}

function onPath(name: string): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name + suffix))
    .find((file) => existsSync(file));
}

/** A program of `server/runtimes`; the bundle has that folder beside it. */
function runtimeProgram(name: string): string {
  const places = [`./runtimes/${name}`, `../../runtimes/${name}`];
  const found = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((file) => existsSync(file));
  if (found === undefined) throw new Error(`The program ${name} that runs functions is missing.`);
  return found;
}
