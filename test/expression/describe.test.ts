import assert from 'node:assert/strict';
import { describeAt } from '../../core/expression/describe.ts';

describe('describeAt', () => {
  check('v1/$requ<|>est.body.action', '   ^^^^^^^^^^^^^^^^^^^^', 'The message that the client sent');
  check('$request.body.act<|>ion', '             ^^^^^^^', 'The member `action`');
  check('$request.body.items[<|>0].id', '                   ^^^', 'counted from 0');
  check('$request.body.items[-<|>1]', '                   ^^^^', 'from the end');
  check('$request.body.items[*<|>]', '                   ^^^', 'Gives a list even for one value');
  check('$request.body.<|>.id', '             ^^', 'at any depth');
  check('$request.body.items.len<|>gth()', '                   ^^^^^^^^^', 'function `length()`');
  check('${stage<|>Variables.x}', '^^^^^^^^^^^^^^^^^^^', 'No expression gives it a value');
  check('$def<|>ault', '^^^^^^^^', 'is not a variable');

  it('has nothing to say about static text', () => {
    assert.equal(describeAt('join', 2), undefined);
  });
});

function check(marked: string, carets: string, words: string): void {
  it(marked, () => {
    const description = describeAt(marked.replace('<|>', ''), marked.indexOf('<|>'));
    assert.ok(description);
    const { start, end } = description.span;
    assert.equal(' '.repeat(start) + '^'.repeat(end - start), carets);
    assert.ok(description.markdown.includes(words), description.markdown);
  });
}
