import assert from 'node:assert/strict';
import { definitionAt } from '../../../server/language/definition.ts';
import { referencesAt } from '../../../server/language/navigation/references.ts';
import { knownFile } from '../known.ts';
import { cursorIn } from '../marks.ts';
import { shown } from './places.ts';
import { ticketApi } from './ticket-api.ts';

/** The places that are found from the first occurrence of a text. */
async function check(from: string, expected: readonly string[]): Promise<void> {
  const { text, offset } = cursorIn(ticketApi.replace(from, `<|>${from}`));
  const file = knownFile(text);
  const places = await referencesAt(file, offset, true, () => undefined);
  assert.deepEqual(
    places.map((place) => shown(file, place)),
    expected,
  );
}

/** From the first occurrence of the text one gets to this place. */
function checkDefinition(from: string, expected: string): void {
  const { text, offset } = cursorIn(ticketApi.replace(from, `<|>${from}`));
  const file = knownFile(text);
  assert.deepEqual(
    definitionAt(file, offset).map((place) => shown(file, place)),
    [expected],
  );
}

describe('references', () => {
  it('of a route, in the intrinsics and in DependsOn, not in comments', () =>
    check('BookRoute:', [
      'template.yaml:9: [BookRoute]: # not BookRoute',
      'template.yaml:28: RouteId: { "Ref": "[BookRoute]" }',
      'template.yaml:45: - [BookRoute]',
    ]));

  it('of an integration, from where it is referred to', () =>
    check('Booking}', [
      'template.yaml:30: [Booking]:',
      'template.yaml:14: Target: !Sub integrations/${[Booking]}',
      "template.yaml:23: Target: !Join ['/', [integrations, !Ref [Booking]]]",
    ]));

  it('of an authorizer', () =>
    check('Guard\n', ['template.yaml:36: [Guard]:', 'template.yaml:22: AuthorizerId: !Ref [Guard]']));

  it('of a deployment', () =>
    check('Release:', ['template.yaml:42: [Release]:', 'template.yaml:54: DeploymentId: !Ref [Release]']));

  it('of a function', () =>
    check('Book:', [
      'template.yaml:55: [Book]:',
      'template.yaml:35: IntegrationUri: !Sub arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${[Book].Arn}/invocations',
    ]));

  it('of a route key, with the sample comments that select it', () =>
    check('book\n', [
      'template.yaml:7: # @sample {"action":"[book]"}',
      'template.yaml:13: RouteKey: [book]',
    ]));

  it('none of what names nothing', () => check('AWS_PROXY', []));
});

describe('definition', () => {
  it('of the authorizer of a route', () => checkDefinition('Guard\n', 'template.yaml:36: [Guard]:'));
  it('of the route of a response', () =>
    checkDefinition('BookRoute" }', 'template.yaml:9: [BookRoute]: # not BookRoute'));
  it('of the deployment of a stage', () => checkDefinition('Release\n', 'template.yaml:42: [Release]:'));
  it('of the API of a part', () => checkDefinition('Tickets\n', 'template.yaml:2: [Tickets]:'));
  it('of the route that a sample comment selects', () =>
    checkDefinition('book"}', 'template.yaml:13: RouteKey: [book]'));
});
