import { parser } from '@lezer/javascript';
import { javaScriptExpression } from './script-javascript-expression.ts';
import { javaScriptPattern } from './script-javascript-pattern.ts';
import { javaScriptStatement } from './script-javascript-statement.ts';
import { childrenOf } from './script-nodes.ts';
import { openReader } from './script-reader.ts';
import { closeStrings } from './script-repair.ts';
import { shallow } from './shallow.ts';
import type { Script } from './script.ts';

const typeScript = parser.configure({ dialect: 'ts' });
const typeScriptJsx = parser.configure({ dialect: 'ts jsx' });
const javaScript = parser.configure({ dialect: 'jsx' });

/** Parses TypeScript, whatever it looks like. */
export function parseTypeScript(text: string): Script {
  return parseWith(typeScript, text);
}

/** Parses TypeScript with elements in it. */
export function parseTypeScriptJsx(text: string): Script {
  return parseWith(typeScriptJsx, text);
}

/** Parses JavaScript, whatever it looks like. */
export function parseJavaScript(text: string): Script {
  return parseWith(javaScript, text);
}

function parseWith(dialect: typeof parser, written: string): Script {
  const short = shallow(written);
  const first = dialect.parse(short);
  const text = closeStrings(short, first) ?? short;
  const tree = text === short ? first : dialect.parse(text);
  const read = openReader(text, {
    expression: javaScriptExpression,
    pattern: javaScriptPattern,
    statement: javaScriptStatement,
  });
  return { text: written, language: 'javascript', body: read.statements(childrenOf(tree.topNode)) };
}
