import { parser } from '@lezer/javascript';
import { javaScriptExpression } from './script-javascript-expression.ts';
import { javaScriptPattern } from './script-javascript-pattern.ts';
import { javaScriptStatement } from './script-javascript-statement.ts';
import { scriptParser } from './script-parser.ts';

const parts = {
  expression: javaScriptExpression,
  pattern: javaScriptPattern,
  statement: javaScriptStatement,
};

/** Parses TypeScript, whatever it looks like. */
export const parseTypeScript = scriptParser(parser.configure({ dialect: 'ts' }), 'javascript', parts);

/** Parses TypeScript with elements in it. */
export const parseTypeScriptJsx = scriptParser(parser.configure({ dialect: 'ts jsx' }), 'javascript', parts);

/** Parses JavaScript, whatever it looks like. */
export const parseJavaScript = scriptParser(parser.configure({ dialect: 'jsx' }), 'javascript', parts);
