import assert from 'node:assert/strict';
import { selectionsAt } from '../../server/language/smart-select.ts';
import { chatApi, knownFile } from './known.ts';
import { cursorIn } from './marks.ts';

/** What is selected by growing the selection from the cursor. */
function check(written: string, expected: readonly string[]): void {
  it(written, () => {
    const { text, offset } = cursorIn(chatApi(written));
    const found = selectionsAt(knownFile(text), offset);
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      expected,
    );
  });
}

const expression = (text: string) => `
  RouteSelectionExpression: ${text}`;

describe('growing the selection', () => {
  check(expression('$request.body.da<|>ta.kind'), [
    'data',
    '.data',
    '.data.kind',
    'request.body.data.kind',
    '$request.body.data.kind',
  ]);
  check(expression("'${request.bo<|>dy.action}/x'"), [
    'request.body',
    'request.body.action',
    '${request.body.action}',
    '${request.body.action}/x',
    "'${request.body.action}/x'",
  ]);
  check(expression(`"$request.body['a <|>b'].c"`), [
    'a b',
    "['a b']",
    "['a b'].c",
    "request.body['a b'].c",
    "$request.body['a b'].c",
    `"$request.body['a b'].c"`,
  ]);
  check(expression('"chat<|>/${request.body.a}"'), [
    'chat/',
    'chat/${request.body.a}',
    '"chat/${request.body.a}"',
  ]);
  check(expression("!Sub '${!request.body.<|>a}'"), [
    'a',
    '.a',
    'request.body.a',
    '${!request.body.a}',
    "'${!request.body.a}'",
  ]);
  check(
    `
  RouteSelectionExpression: $request.body.action
  Routes:
    '$con<|>nect': { FunctionArn: !GetAtt Talk.Arn }`,
    ['connect', '$connect', "'$connect'"],
  );
  check(
    `
  Na<|>me: chat
  RouteSelectionExpression: $request.body.action`,
    [],
  );
});
