import assert from 'node:assert/strict';
import { yaml } from './chat-template.ts';
import { checkAction, titlesAt } from './check-action.ts';

/** An authorizer with the cursor in its identity source, and a `$connect` route with these properties. */
const guarded = (properties: string) => `${yaml}  Enter:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: $connect${properties}
  Guard:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Chat
      AuthorizerType: REQUEST
      Name: guard
      IdentitySource: [route.request.header.<|>Auth]
`;
const without = (text: string) => text.replace('<|>', '');

describe('a request parameter is declared', () => {
  const title = 'Declare route.request.header.Auth as required for $connect';
  it('as the first one', () =>
    checkAction(
      guarded(''),
      title,
      without(guarded('')).replace(
        '      RouteKey',
        `      RequestParameters:
        route.request.header.Auth:
          Required: true
      RouteKey`,
      ),
    ));

  it('beside others', () => {
    const other = `
      RequestParameters:
        route.request.querystring.room:
          Required: true`;
    checkAction(
      guarded(other),
      title,
      without(guarded(other)).replace(
        '        route.request.querystring',
        `        route.request.header.Auth:
          Required: true
        route.request.querystring`,
      ),
    );
  });

  it('in one line', () => {
    const other = `
      RequestParameters: { route.request.querystring.room: { Required: true } }`;
    checkAction(
      guarded(other),
      title,
      without(guarded(other)).replace(
        '{ route.request.querystring',
        '{ route.request.header.Auth: { Required: true }, route.request.querystring',
      ),
    );
  });

  it('not where it is', () =>
    assert.deepEqual(
      titlesAt(guarded(`\n      RequestParameters: { route.request.header.Auth: { Required: false } }`)),
      [],
    ));
});
