import { parseJavaScript, parseTypeScript, parseTypeScriptJsx } from '../syntax/script-javascript.ts';
import { parsePython } from '../syntax/script-python.ts';
import type { Script } from '../syntax/script.ts';

/** What parses a program, by the end of its path. */
export function parseScript(path: string): (text: string) => Script {
  if (/\.py$/i.test(path)) return parsePython;
  if (/\.tsx$/i.test(path)) return parseTypeScriptJsx;
  return /\.[cm]?ts$/i.test(path) ? parseTypeScript : parseJavaScript;
}
