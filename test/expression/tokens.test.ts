import assert from 'node:assert/strict';
import { tokensOf, type TokenKind } from '../../core/expression/tokens.ts';

const marks: Readonly<Record<TokenKind, string>> = {
  variable: 'v',
  property: 'p',
  text: 't',
  number: 'n',
  operator: 'o',
  escape: 'e',
};

/** Under every character of the expression stands the letter of its kind. */
function check(text: string, expected: string): void {
  it(text, () => {
    const found = Array.from({ length: text.length }, () => ' ');
    let last = 0;
    for (const { kind, span } of tokensOf(text)) {
      assert.ok(span.start >= last && span.end > span.start, 'tokens are in order and do not overlap');
      last = span.end;
      found.fill(marks[kind], span.start, span.end);
    }
    assert.equal(found.join(''), expected);
  });
}

describe('the tokens of an expression', () => {
  check('action', 'tttttt');
  check('$request.body.action', 'ovvvvvvvvvvvvopppppp');
  check('${request.body.action}', 'oovvvvvvvvvvvvoppppppo');
  check('${request.body.a}/${request.body.b}', 'oovvvvvvvvvvvvopotoovvvvvvvvvvvvopo');
  check(String.raw`\$default`, 'eettttttt');
  check(String.raw`a\$b\$`, 'teetee');
  check("$request.body['a b'].c", 'ovvvvvvvvvvvvopppppoop');
  check('$request.body[2]', 'ovvvvvvvvvvvvono');
  check('$request.body[-1].my-key', 'ovvvvvvvvvvvvonnoopppppp');
  check('$request.body[1:2]', 'ovvvvvvvvvvvvonono');
  check("$request.body[?(@.a == 'b')].c", 'ovvvvvvvvvvvvooooop oo tttooop');
  check('$context.connectionId', 'ovvvvvvvopppppppppppp');
  check('$', 'o');
  check('${', 'oo');
  check('${request.body.a', 'oovvvvvvvvvvvvop');
  check("$request.body['a", 'ovvvvvvvvvvvvopp');
  check('', '');
});
