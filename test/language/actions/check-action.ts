import assert from 'node:assert/strict';
import { codeActions } from '../../../server/language/code-actions.ts';
import { knownFile, type Messages } from '../known.ts';
import { cursorIn } from '../marks.ts';

/** What a test says of the file beside its text. */
export interface Surroundings {
  readonly messages?: Messages;
  readonly path?: string;
}

/** The titles of what is offered at the cursor, without those that silence a finding. */
export function titlesAt(marked: string, { messages, path }: Surroundings = {}): readonly string[] {
  const { text, offset } = cursorIn(marked);
  const file = knownFile(text, messages, path);
  return codeActions(file, { start: offset, end: offset })
    .map(({ fix }) => fix.title)
    .filter((title) => !title.startsWith('Silence'));
}

/** The change of that title, offered at the cursor, makes the one text the other. */
export function checkAction(
  marked: string,
  title: string,
  expected: string,
  { messages, path }: Surroundings = {},
): void {
  const { text, offset } = cursorIn(marked);
  const file = knownFile(text, messages, path);
  const offered = codeActions(file, { start: offset, end: offset });
  const action = offered.find(({ fix }) => fix.title === title);
  assert.ok(action, `offered is: ${offered.map(({ fix }) => fix.title).join('; ') || 'nothing'}`);
  const changed = action.fix.edits
    .toSorted((one, other) => other.span.start - one.span.start)
    .reduce((done, { span, newText }) => done.slice(0, span.start) + newText + done.slice(span.end), text);
  assert.equal(changed, expected);
}
