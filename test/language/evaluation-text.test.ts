import assert from 'node:assert/strict';
import { evaluationText } from '../../server/language/evaluation-text.ts';
import { chatApi, knownFile, type Messages } from './known.ts';

/** What the document says for an API with this expression. */
function check(expression: string, messages: Messages, expected: string): void {
  const text = chatApi(`
  Name: chat
  RouteSelectionExpression: ${expression}
  Routes:
    join: { FunctionArn: !GetAtt Talk.Arn }
    $default: { FunctionArn: !GetAtt Talk.Arn }`);
  const file = knownFile(text, messages);
  const [api] = file.reading.apis;
  assert.ok(api);
  assert.equal(evaluationText(api, file.samplesOf(api)), expected);
}

const head = (expression: string) => `API         chat
Expression  ${expression}
Routes      join  $default
`;

describe('the document that evaluates against samples', () => {
  it('shows message, value, route and why', () =>
    check(
      '$request.body.action',
      {
        'join.json': '{"action":"join"}',
        'nope.json': '{\n  "action": "nope"\n}',
        'quotes.json': "{'action':'join'}",
        'other.json': '{"type":"join"}',
        'text.txt': 'hello',
      },
      `${head('$request.body.action')}
   Sample       Value          Route       Message               Why
›  join.json    "join"         ✓ join      {"action":"join"}     Route join has this key.
   nope.json    "nope"         ✗ $default  { "action": "nope" }  No route has the key "nope", so $default takes the message.
   quotes.json  "join"         ✓ join      {'action':'join'}     The message is not quite JSON; AWS reads this leniently. Route join has this key.
   other.json   ""             ✗ $default  {"type":"join"}       $request.body.action → "", the message has nothing there. No route has the key "", so $default takes the message.
   text.txt     not evaluated  ✗ $default  hello                 The message is not JSON, so the expression is not evaluated. There is no value to look up, so $default takes the message.

› is the current sample, which the hints in the editor show.
`,
    ));

  it('says that there is no sample', () =>
    check(
      '$request.body.action',
      {},
      `${head('$request.body.action')}
There is no sample yet.
Write a message into a file in .routescope/samples beside the definition, or run "Routescope: Create Sample…".
`,
    ));

  it('says what is wrong with the expression', () =>
    check(
      '$request.body[',
      { 'join.json': '{}' },
      `${head('$request.body[')}
The expression cannot be evaluated, so no message selects a route of its own:
This bracket is not closed.
`,
    ));

  it('shows at most 200 samples, and says so', () => {
    const messages = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`${index}.json`, '{}']));
    const file = knownFile(chatApi('\n  RouteSelectionExpression: $request.body.action'), messages);
    const [api] = file.reading.apis;
    assert.ok(api);
    const lines = evaluationText(api, file.samplesOf(api)).trimEnd().split('\n');
    assert.equal(lines.at(-1), 'Only the first 200 samples are shown.');
    assert.equal(lines.filter((line) => line.includes('.json')).length, 200);
  });
});
