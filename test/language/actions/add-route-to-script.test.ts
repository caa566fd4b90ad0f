import assert from 'node:assert/strict';
import { readDefinitions } from '../../../core/formats/formats.ts';
import { addRoute } from '../../../server/language/actions/add-route.ts';

/** With the route `$default` added, the script is the expected one, and has it. */
function check(path: string, text: string, expected: string): void {
  const [api] = readDefinitions(path, text).apis;
  assert.ok(api);
  const [edit] = addRoute(api, text, '$default')?.edits ?? [];
  assert.ok(edit);
  const added = text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
  assert.equal(added, expected);
  const again = readDefinitions(path, added).apis[0];
  const route = again?.routes.find(({ routeKey }) => routeKey?.value === '$default');
  assert.equal(route?.integration, again?.integrations[0]?.logicalId);
}

const api = `A=$(aws apigatewayv2 create-api --protocol-type WEBSOCKET --route-selection-expression '$request.body.action' --query ApiId)
I=$(aws apigatewayv2 create-integration --api-id $A --integration-type MOCK --query IntegrationId)
`;
const route = (key: string) =>
  `aws apigatewayv2 create-route --api-id $A --route-key ${key} --target integrations/$I\n`;

describe('a route is added to a script', () => {
  it('as a copy of another command', () =>
    check('a.sh', api + route("'join'"), api + route("'join'") + route("'$default'")));
  it('without quotes', () =>
    check('a.sh', api + route('join'), api + route('join') + route(String.raw`\$default`)));
  it('as another word of a loop', () =>
    check(
      'a.sh',
      `${api}for k in join 'leave'; do\n  ${route('"$k"')}done\n`,
      `${api}for k in join 'leave' '$default'; do\n  ${route('"$k"')}done\n`,
    ));
  it('as another call of a procedure', () =>
    check(
      'a.sh',
      `${api}add() {\n  ${route('"$1"')}}\nadd 'join' # people\n`,
      `${api}add() {\n  ${route('"$1"')}}\nadd 'join' # people\nadd '$default' # people\n`,
    ));
  it('where there is none yet', () =>
    check(
      'a.sh',
      api,
      `${api.trimEnd()}\naws apigatewayv2 create-route --api-id "$A" --route-key '$default' --target "integrations/$I"\n`,
    ));

  const powershell = api
    .replaceAll('A=', '$A = ')
    .replaceAll('I=', '$I = ')
    .replaceAll('$(', '')
    .replaceAll(')', '');
  it('as another word of a list of PowerShell', () =>
    check(
      'a.ps1',
      `${powershell}foreach ($k in 'join', 'leave') { ${route('$k')}}\n`,
      `${powershell}foreach ($k in 'join', 'leave', '$default') { ${route('$k')}}\n`,
    ));
});
