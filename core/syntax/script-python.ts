import { parser } from '@lezer/python';
import { childrenOf } from './script-nodes.ts';
import { pythonExpression } from './script-python-expression.ts';
import { pythonPattern } from './script-python-pattern.ts';
import { pythonStatement } from './script-python-statement.ts';
import { openReader } from './script-reader.ts';
import { closeStrings } from './script-repair.ts';
import { shallow } from './shallow.ts';
import type { Script } from './script.ts';

/** Parses Python, whatever it looks like. */
export function parsePython(written: string): Script {
  const short = shallow(written);
  const first = parser.parse(short);
  const text = closeStrings(short, first) ?? short;
  const tree = text === short ? first : parser.parse(text);
  const read = openReader(text, {
    expression: pythonExpression,
    pattern: pythonPattern,
    statement: pythonStatement,
  });
  return { text: written, language: 'python', body: read.statements(childrenOf(tree.topNode)) };
}
