import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeProgramFor } from './node-program.ts';

/** A language that functions are written in, and how they are run. */
export interface Runtime {
  /** Which `Runtime` values it is. */
  readonly names: RegExp;
  /** Suffixes of a handler's file, in the order in which they are looked for. */
  readonly extensions: readonly string[];
  /** The name of the file for code that stands in the definition. */
  readonly inlineFile: (code: string) => string;
  /** Program, arguments and environment of a process that runs a function of that `Runtime` value. */
  readonly command: (name: string | undefined) => Promise<Command>;
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

async function nodeCommand(runtime: string | undefined): Promise<Command> {
  return { ...(await nodeProgramFor(runtime)), arguments: [runtimeProgram('node.mjs')] };
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
