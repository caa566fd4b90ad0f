import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { addRoute } from '../../server/language/actions/add-route.ts';
import { complete } from '../../server/language/completion.ts';
import { definitionAt } from '../../server/language/definition.ts';
import { dialectOf } from '../../server/language/dialects/dialects.ts';
import { diagnose, type Diagnostic } from '../../server/language/diagnose.ts';
import { documentLinks } from '../../server/language/document-links.ts';
import { hover } from '../../server/language/hover.ts';
import { inlayHints } from '../../server/language/inlay-hints.ts';
import type { KnownFile } from '../../server/language/known-file.ts';
import { temporaryFolder, type TemporaryFolder } from '../kit/temporary-folder.ts';
import { knownFile } from './known.ts';
import { cursorIn } from './marks.ts';

const service = `service: chat
provider:
  name: aws # the cloud
functions:
  join:
    handler: src/join.handler
    events:
      - websocket: join
      # the end
`;

const arc = `@app
chat
@ws
join # a room
`;

const join = { 'join.json': '{"action":"join"}' };

function known(text: string, path = '/project/serverless.yml', messages = join): KnownFile {
  return knownFile(text, messages, path);
}

/** What is proposed at the cursor, as it would be inserted. */
function proposals(marked: string): string[] {
  const { text, offset } = cursorIn(marked);
  return complete(known(text), offset).map(({ newText }) => newText);
}

describe('A service in the editor', () => {
  it('shows the implied expression behind the provider, with what it gives', () => {
    const [hint] = inlayHints(known(service), { start: 0, end: service.length });
    assert.ok(hint);
    assert.equal(service.slice(0, hint.offset), 'service: chat\nprovider:');
    assert.equal(hint.label, '$request.body.action → "join"  ✓ join');
  });

  it('says of it that nobody wrote it', () => {
    const { text, offset } = cursorIn(service.replace('provider', 'pro<|>vider'));
    const found = hover(known(text), offset);
    assert.match(
      found?.markdown ?? '',
      /It is not written: `\$request\.body\.action` is what the framework takes\./,
    );
    assert.equal(text.slice(found?.span.start, found?.span.end), 'provider');
    assert.deepEqual(complete(known(text), offset), []);
  });

  it('completes an expression that is written', () => {
    const written = service.replace(
      'name: aws # the cloud',
      'websocketsApiRouteSelectionExpression: $request.body.<|>',
    );
    assert.deepEqual(proposals(written), ['action']);
  });

  it('completes an expression in the default of a variable', () => {
    const written = service.replace(
      'name: aws # the cloud',
      "websocketsApiRouteSelectionExpression: ${opt:expression, '$request.body.<|>'}",
    );
    assert.deepEqual(proposals(written), ['action']);
  });

  it('completes route keys, in both forms', () => {
    for (const form of ['websocket: <|>\n', 'websocket:\n          route: <|>\n']) {
      assert.deepEqual(proposals(service.replace('websocket: join\n', form)), [
        'join',
        '$connect',
        '$disconnect',
        '$default',
      ]);
    }
  });

  const added: readonly (readonly [what: string, events: string, after: string])[] = [
    ['the short form', '      - websocket: join\n', '      - websocket: join\n      - websocket: leave\n'],
    [
      'the long form',
      '      - websocket:\n          route: join\n          routeResponseSelectionExpression: $default\n',
      '      - websocket:\n          route: join\n          routeResponseSelectionExpression: $default\n      - websocket:\n          route: leave\n          routeResponseSelectionExpression: $default\n',
    ],
    [
      'braces',
      "      - { websocket: { route: 'join' } }\n",
      "      - { websocket: { route: 'join' } }\n      - { websocket: { route: 'leave' } }\n",
    ],
  ];
  for (const [what, events, after] of added) {
    it(`adds a route as an event, in ${what}`, () => {
      const text = service.replace('      - websocket: join\n', events);
      const [api] = known(text).reading.apis;
      assert.ok(api);
      const fix = addRoute(api, text, 'leave');
      assert.ok(fix);
      assert.equal(edited(text, fix.edits), text.replace(events, after));
    });
  }

  it('copies no authorizer to where none may be', () => {
    const text = service.replace(
      'websocket: join\n',
      'websocket:\n          route: $connect\n          authorizer:\n            name: join\n',
    );
    const [api] = known(text).reading.apis;
    assert.ok(api);
    const fix = addRoute(api, text, 'leave');
    assert.equal(
      edited(text, fix?.edits ?? []),
      text.replace('name: join\n', 'name: join\n      - websocket:\n          route: leave\n'),
    );
  });

  const long =
    '      - websocket:\n          route: join # a room\n          routeResponseSelectionExpression: $default\n';
  for (const form of [
    '      - websocket: join # a room\n',
    '      - websocket:\n          route: join # a room\n',
  ]) {
    it(`makes a route two-way that is written ${JSON.stringify(form.trim())}`, () => {
      const text = service.replace('      - websocket: join\n', form);
      const [api] = known(text).reading.apis;
      const [route] = api?.routes ?? [];
      assert.ok(api && route);
      const edits = dialectOf(api.format).twoWay?.(api, route, text);
      assert.equal(edited(text, edits ?? []), text.replace(form, long));
    });
  }

  it('adds a route to a list of TypeScript', () => {
    const text = `export default {
  service: 'chat',
  provider: { name: 'aws' },
  functions: {
    join: {
      handler: 'join.handler',
      events: [
        { websocket: { route: "join" } },
      ],
    },
  },
};
`;
    const [api] = known(text, '/project/serverless.ts').reading.apis;
    assert.ok(api);
    assert.equal(
      edited(text, addRoute(api, text, 'leave')?.edits ?? []),
      text.replace(/\n.*"join".*/, (line) => `${line}${line.replace('join', 'leave')}`),
    );
  });

  it('offers to add $default', () => {
    const [finding] = findings(known(service)).filter(({ code }) => code === 'missing-default-route');
    const [fix] = finding?.fixes ?? [];
    assert.ok(fix);
    assert.equal(
      edited(service, fix.edits),
      service.replace('websocket: join\n', 'websocket: join\n      - websocket: $default\n'),
    );
  });

  it('has nothing to say about an ordinary service', () => {
    const whole = service.replace('websocket: join\n', 'websocket: join\n      - websocket: $default\n');
    assert.deepEqual(findings(known(whole)), []);
  });
});

describe('Handlers of frameworks in the editor', () => {
  let folder: TemporaryFolder;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => folder.remove());

  it('are what a route of a service leads to, and what its handler links to', () => {
    folder.write('src/join.ts', 'const x = 1;\nexport const handler = async () => ({});\n');
    const { text, offset } = cursorIn(service.replace('websocket: join', 'websocket: jo<|>in'));
    const file = known(text, `${folder.path}/serverless.yml`);
    const [place] = definitionAt(file, offset);
    assert.ok(place && 'uri' in place);
    assert.equal(basename(place.uri), 'join.ts');
    assert.match(place.text.slice(place.span.start), /^handler =/);
    assert.deepEqual(linksOf(file), [['src/join.handler', 'join.ts']]);
  });

  it('are what a line of @ws leads and links to', () => {
    folder.write('src/ws/join/index.mjs', 'export async function handler() {}\n');
    folder.write('src/ws/connect/index.mjs', 'export async function handler() {}\n');
    const { text, offset } = cursorIn(arc.replace('join #', 'jo<|>in #'));
    const file = known(text, `${folder.path}/app.arc`);
    const [place] = definitionAt(file, offset);
    assert.ok(place && 'uri' in place);
    assert.match(place.uri, /ws\/join\/index\.mjs$/);
    assert.deepEqual(linksOf(file), [['join', 'index.mjs']]);
  });
});

describe('An Architect project in the editor', () => {
  const path = '/project/app.arc';

  it('shows the fixed expression behind @ws', () => {
    const [hint] = inlayHints(known(arc, path), { start: 0, end: arc.length });
    assert.ok(hint);
    assert.equal(arc.slice(0, hint.offset), '@app\nchat\n@ws');
    assert.equal(hint.label, '$request.body.action → "join"  ✓ join');
  });

  it('adds a route as a line, also where none is written', () => {
    for (const [text, after] of [
      [arc, arc.replace('# a room', '# a room\nleave')],
      ['@app\nchat\n@ws\n', '@app\nchat\n@ws\nleave\n'],
    ] as const) {
      const [api] = known(text, path).reading.apis;
      assert.ok(api);
      const fix = addRoute(api, text, 'leave');
      assert.ok(fix);
      assert.equal(edited(text, fix.edits), after);
    }
  });

  it('has nothing to say about an ordinary project', () => {
    assert.deepEqual(findings(known(arc, path)), []);
  });
});

function edited(
  text: string,
  edits: readonly {
    readonly span: { readonly start: number; readonly end: number };
    readonly newText: string;
  }[],
): string {
  return edits
    .toSorted((one, other) => other.span.start - one.span.start)
    .reduce((made, { span, newText }) => made.slice(0, span.start) + newText + made.slice(span.end), text);
}

function linksOf(file: KnownFile): (readonly [string, string])[] {
  return documentLinks(file).map(({ span, uri }) => [file.text.slice(span.start, span.end), basename(uri)]);
}

function findings({ reading, samplesOf, circumstances }: KnownFile): readonly Diagnostic[] {
  return diagnose(reading, samplesOf, circumstances);
}
