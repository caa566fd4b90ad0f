import assert from 'node:assert/strict';
import { parseExpression, type Part } from '../../core/expression/parse.ts';

describe('parseExpression: the parts', () => {
  check('action', ['action']);
  check('$request.body.action', ['$(request.body .action)']);
  check('${request.body.action}', ['$(request.body .action)']);
  check('${request.body.a}/${request.body.b}', ['$(request.body .a)', '/', '$(request.body .b)']);
  check('$request.body.a $request.body.b', ['$(request.body .a)', ' ', '$(request.body .b)']);
  check('$request.body.a\\$', ['$(request.body .a)', '$']);
  check('\\$default', ['$default']);
  check('a\\b', ['a\\b']);
  check("'$request.body.action'", ["'", '$(request.body .action)', "'"]);
  check("${request.body['}']}x", ["$(request.body ['}'])", 'x']);
  check("$request.body['a b'].c", ["$(request.body ['a b'].c)"]);
  check('$request.body[?(@.t == "$")].id', ['$(request.body [?(@.t == "$")].id)']);
  check('$context.routeKey', ['$(context .routeKey)']);
  check('$default', ['$(default )']);
  check('', []);
});

describe('parseExpression: what is malformed', () => {
  underline('${request.body.action', '^^^^^^^^^^^^^^^^^^^^^', 'not closed');
  underline('$', '^', 'stands a variable');
  underline('a${}b', ' ^^^', 'stands a variable');
  underline('$request.body.', '             ^', 'missing after the dot');
  underline('$request.body.a..', '               ^^', 'cannot end with');
  underline('${request.body.a b}', '                ^', "['a b']");
  underline('$request.body.a[]', '               ^^', 'missing between the brackets');
  underline('$request.body.a[x]', '               ^^^', "['x']");
  underline("$request.body['a", '             ^^^', 'not closed');
  underline("${request.body['a}", '              ^^^', 'not closed');
  underline('$request.bodyx', '             ^', 'goes on with');
  underline('$request.body[1:x]', '             ^^^^^', 'whole number');
  underline('$request.body[:]', '             ^^^', 'beginning, an end');
  underline("$request.body['a','b'].c", '                      ^^', 'Several names');
  underline('$request.body.a.nope()', '               ^^^^^^^', 'no function `nope()`');
  underline('$request.body.a.length().b', '                        ^^', 'end of a path');
  underline('$request.body[?(@.a in [1])]', '                    ^^', 'no operator `in`');
  underline('$request.body[?(@.a == )]', '                       ^', 'missing here');
  underline('$request.body[?(@..a)]', '                ^^^^', 'lead to one value');
  underline('$request.body[?(@.a =~ /(/)]', '                       ^^^', 'not closed');
  underline('$request.body[?(@.a =~ /a/x)]', '                       ^^^^', 'no flag but `i`');
  underline('$request.body[?(@.a[?(@.b)])]', '                ^^^^^^^^^^^', 'inside a filter');

  it('is nothing in a well-formed expression of an unknown variable', () => {
    assert.deepEqual(parseExpression('$default').problems, []);
  });
});

function check(text: string, expected: readonly string[]): void {
  it(text, () => {
    assert.deepEqual(parseExpression(text).parts.map(show), expected);
  });
}

function show(part: Part): string {
  return part.kind === 'static' ? part.text : `$(${part.name} ${part.path.slice(1)})`;
}

function underline(text: string, carets: string, words: string): void {
  it(`${text} because of ${carets.trim()}`, () => {
    const [problem] = parseExpression(text).problems;
    assert.ok(problem);
    const { start, end } = problem.span;
    assert.equal(' '.repeat(start) + '^'.repeat(end - start), carets);
    assert.ok(problem.message.includes(words), problem.message);
  });
}
