import assert from 'node:assert/strict';
import { rename } from '../../../server/language/navigation/rename.ts';
import { knownFile } from '../known.ts';
import { cursorIn } from '../marks.ts';

/** What the script is after the variable at the cursor was renamed. */
async function check(path: string, marked: string, newName: string, expected: string): Promise<void> {
  const { text, offset } = cursorIn(marked);
  const edits = await rename(knownFile(text, {}, path), offset, newName, () => undefined);
  assert.ok(typeof edits !== 'string', 'the rename is refused');
  const renamed = edits
    .toSorted((one, other) => other.span.start - one.span.start)
    .reduce((made, { span }) => made.slice(0, span.start) + newName + made.slice(span.end), text);
  assert.equal(renamed, expected);
}

const create =
  "aws apigatewayv2 create-api --protocol-type WEBSOCKET --route-selection-expression '$request.body.a'";

describe('the variable that takes an id is renamed where it is used', () => {
  it('in a POSIX shell', () =>
    check(
      '/project/a.sh',
      `A<|>PI=$(${create})\n# $API\nx "$API" \${API} $API_ID\n`,
      'CHAT',
      `CHAT=$(${create})\n# $API\nx "$CHAT" \${CHAT} $API_ID\n`,
    ));
  it('in PowerShell', () =>
    check(
      '/project/a.ps1',
      `$api = ${create} | ConvertFrom-Json\nx $a<|>pi.ApiId "$($api.ApiId)"\n`,
      'chat',
      `$chat = ${create} | ConvertFrom-Json\nx $chat.ApiId "$($chat.ApiId)"\n`,
    ));
  it('in cmd', () =>
    check(
      '/project/a.cmd',
      `for /f %%i in ('${create}') do set API=%%i\nx %A<|>PI%\n`,
      'CHAT',
      `for /f %%i in ('${create}') do set CHAT=%%i\nx %CHAT%\n`,
    ));
});
