import assert from 'node:assert/strict';
import {
  incomingOf,
  outgoingOf,
  type Station,
  stationAt,
  type Step,
} from '../../../server/language/navigation/call-hierarchy.ts';
import {
  type DocumentSymbol,
  documentSymbols,
} from '../../../server/language/navigation/document-symbols.ts';
import { workspaceSymbols } from '../../../server/language/navigation/workspace-symbols.ts';
import { chatApi, knownFile } from '../known.ts';
import { cursorIn } from '../marks.ts';
import { ticketApi } from './ticket-api.ts';

const samApi = chatApi(`
  RouteSelectionExpression: $request.body.action
  Routes:
    join: { FunctionArn: !GetAtt Talk.Arn }
    leave: { FunctionArn: !GetAtt Talk.Arn }`);

const everywhere = () => true;

/** The APIs and routes that a query finds in two definitions. */
const found = (query: string) =>
  workspaceSymbols([knownFile(ticketApi), knownFile(samApi, {}, '/project/chat.yaml')], query).map(
    ({ container, kind, name }) => `${kind} ${name} in ${container}`,
  );

/** The stations that one gets to, step by step, from the first occurrence of a text. */
const walk = (text: string, from: string, steps: typeof outgoingOf): string[] => {
  const { text: source, offset } = cursorIn(text.replace(from, `<|>${from}`));
  const file = knownFile(source);
  const [api] = file.reading.apis;
  const first = stationAt(file, offset);
  assert.ok(api && first);
  const names: string[] = [];
  for (let at: readonly Station[] = [first]; at.length > 0;) {
    names.push(at.map(({ kind, name }) => `${kind} ${name}`).join(', '));
    at = at.flatMap(({ id, kind }) => steps(file, api, kind, id)).map(({ station }: Step) => station);
  }
  return names;
};

describe('document symbols', () => {
  const outline = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
    symbols.flatMap(({ children, detail, kind, name }) => [
      `${indent}${kind} ${name} (${detail})`,
      ...outline(children, `${indent}  `),
    ]);

  it('are the API with its parts', () =>
    assert.deepEqual(outline(documentSymbols(knownFile(ticketApi), everywhere)), [
      'api tickets ($request.body.action)',
      '  route book (AWS_PROXY → Book)',
      '    integration Booking (AWS_PROXY → Book)',
      '  route $connect (AWS_PROXY → Book)',
      '    integration Booking (AWS_PROXY → Book)',
      '  authorizer guard ()',
      '  stage live ()',
    ]));

  it('of SAM have neither integrations nor a stage that is not written', () =>
    assert.deepEqual(outline(documentSymbols(knownFile(samApi), everywhere)), [
      'api Chat ($request.body.action)',
      '  route join (AWS_PROXY → Talk)',
      '  route leave (AWS_PROXY → Talk)',
    ]));

  it('have their names inside themselves', () => {
    const all = (symbols: readonly DocumentSymbol[]): DocumentSymbol[] =>
      symbols.flatMap((one) => [one, ...all(one.children)]);
    const text =
      ticketApi.replace('RouteKey: book', 'RouteKey: !Ref Key') + 'Parameters: { Key: { Default: book } }\n';
    for (const { nameSpan, span } of all(documentSymbols(knownFile(text), everywhere))) {
      assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end);
    }
  });
});

describe('workspace symbols', () => {
  it('are found by their letters', () => {
    assert.deepEqual(found('LV'), ['route leave in Chat, chat.yaml']);
    assert.deepEqual(found('ti'), ['api tickets in template.yaml']);
    assert.deepEqual(found('xyz'), []);
  });

  it('are all without a query', () => assert.equal(found('').length, 6));
});

describe('what runs for a route', () => {
  it('is its integration and its function', () =>
    assert.deepEqual(walk(ticketApi, 'book\n', outgoingOf), [
      'route book',
      'integration Booking',
      'function Book',
    ]));

  it('is the function alone where the integration is not written', () =>
    assert.deepEqual(walk(samApi, 'join', outgoingOf), ['route join', 'function Talk']));

  it('and back: the routes that run a function', () => {
    assert.deepEqual(walk(ticketApi, 'Book:', incomingOf), [
      'function Book',
      'integration Booking',
      'route book, route $connect',
    ]);
    assert.deepEqual(walk(samApi, 'Talk:', incomingOf), ['function Talk', 'route join, route leave']);
  });
});
