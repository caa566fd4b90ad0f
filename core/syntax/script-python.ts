import { parser } from '@lezer/python';
import { scriptParser } from './script-parser.ts';
import { pythonExpression } from './script-python-expression.ts';
import { pythonPattern } from './script-python-pattern.ts';
import { pythonStatement } from './script-python-statement.ts';

/** Parses Python, whatever it looks like. */
export const parsePython = scriptParser(parser, 'python', {
  expression: pythonExpression,
  pattern: pythonPattern,
  statement: pythonStatement,
});
