import { dirname, join } from 'node:path';
import type { LambdaFunction } from '../../core/api.ts';
import type { Circumstances } from './diagnose.ts';
import { findHandler } from './handler-file.ts';
import { isWithin } from './is-within.ts';
import { readSmallFile } from './read-small-file.ts';
import { diagnostics } from './rules/rules.ts';
import { readSeverities, type ReadSeverities, type Severities } from './severities.ts';
import { staysWithin } from './surroundings.ts';

/** What definitions are judged by beside what they say, read from disk once until it changes there. */
export interface FilesBeside {
  /** For the definition at a path; files are looked for up to the folder `root`. */
  of(path: string, root: string): Circumstances;
  /** A sentence for each line of the rule file that was not understood, with the file's path. */
  problemsOf(path: string, root: string): readonly string[];
  /** What a person's settings say goes before what a rule file says. Whether that is something new. */
  choose(severities: Severities): boolean;
  /** Takes over that a file changed; whether findings may be others now. */
  forget(path: string): boolean;
}

/** Where severities stand that a project's editors and command lines share. */
const ruleFile = join('.routescope', 'rules.json');

const largestRuleFile = 64 * 1024;
const codes = diagnostics.map(({ code }) => code);

/** Nothing is read yet. */
export function createFilesBeside(): FilesBeside {
  const handlers = new Map<string, string | undefined>();
  const handlerFolders = new Set<string>();
  const ruleFiles = new Map<string, ReadSeverities>();
  let chosen: Severities = {};

  function handlerOf(path: string, lambda: LambdaFunction, root: string): string | undefined {
    const key = JSON.stringify([dirname(path), lambda.codeUri, lambda.handler?.value, lambda.runtime]);
    if (!handlers.has(key)) {
      const found = findHandler(path, lambda, root);
      handlers.set(key, found?.text);
      if (found) handlerFolders.add(dirname(found.path));
    }
    return handlers.get(key);
  }

  function ruleFileOf(path: string, root: string): ReadSeverities {
    const folder = dirname(path);
    const known = ruleFiles.get(folder) ?? readRuleFile(folder, root);
    ruleFiles.set(folder, known);
    return known;
  }

  return {
    of: (path, root) => ({
      handlerOf: (lambda) => handlerOf(path, lambda, root),
      severities: { ...ruleFileOf(path, root).severities, ...chosen },
    }),
    problemsOf: (path, root) => ruleFileOf(path, root).problems,
    choose(severities) {
      const isNew = JSON.stringify(severities) !== JSON.stringify(chosen);
      chosen = severities;
      return isNew;
    },
    forget(path) {
      const isRuleFile = path.endsWith(ruleFile);
      const isHandler = handlerFolders.has(dirname(path));
      if (isRuleFile) ruleFiles.clear();
      // A handler can also be one that was not there before.
      handlers.clear();
      return isRuleFile || isHandler;
    },
  };
}

/** The nearest rule file, in the folder or above it up to `root`. */
function readRuleFile(folder: string, root: string): ReadSeverities {
  const path = join(folder, ruleFile);
  const text = staysWithin(root, path) ? readSmallFile(path, largestRuleFile) : undefined;
  if (text !== undefined) {
    const { severities, problems } = readSeverities(parse(text), codes);
    return { severities, problems: problems.map((problem) => `${path}: ${problem}`) };
  }
  return isWithin(root, folder) ? readRuleFile(dirname(folder), root) : { severities: {}, problems: [] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
