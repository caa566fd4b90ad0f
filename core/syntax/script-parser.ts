import type { Parser } from '@lezer/common';
import { childrenOf } from './script-nodes.ts';
import { openReader, type ReaderParts } from './script-reader.ts';
import { closeStrings } from './script-repair.ts';
import { shallow } from './shallow.ts';
import type { Script } from './script.ts';

/** Makes the function that parses programs of a language, whatever they look like. */
export function scriptParser(
  parser: Parser,
  language: Script['language'],
  parts: ReaderParts,
): (text: string) => Script {
  return (written) => {
    const short = shallow(written);
    const first = parser.parse(short);
    const text = closeStrings(short, first) ?? short;
    const tree = text === short ? first : parser.parse(text);
    return { text: written, language, body: openReader(text, parts).statements(childrenOf(tree.topNode)) };
  };
}
