import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'vscode-json-languageservice';
import { messageOfSchema } from '../../core/model-message.ts';

const room = { type: 'object', required: ['id'], properties: { id: { type: 'string', minLength: 3 } } };

describe('a message that satisfies a model', () => {
  for (const [what, schema, message] of [
    [
      'has all properties',
      { properties: { a: { type: 'string' }, b: { type: 'integer' } } },
      { a: '', b: 0 },
    ],
    [
      'takes what the schema gives',
      { properties: { a: { enum: ['x', 'y'] }, b: { default: 2 } } },
      { a: 'x', b: 2 },
    ],
    ['keeps limits of texts', { type: 'string', minLength: 2 }, 'xx'],
    ['keeps limits of numbers', { type: 'integer', minimum: 4, exclusiveMinimum: true }, 5],
    [
      'takes a pattern that is a text',
      { properties: { action: { type: 'string', pattern: '^join$' } } },
      { action: 'join' },
    ],
    ['fills lists', { type: 'array', minItems: 2, items: { type: 'boolean' } }, [false, false]],
    [
      'follows definitions',
      { properties: { room: { $ref: '#/definitions/room' } }, definitions: { room } },
      { room: { id: 'xxx' } },
    ],
    ['unites allOf', { allOf: [room, { properties: { n: { type: 'number' } } }] }, { id: 'xxx', n: 0 }],
    ['takes the first of oneOf', { oneOf: [{ type: 'boolean' }, { type: 'string' }] }, false],
    ['knows formats', { type: 'string', format: 'email' }, 'someone@example.com'],
  ] as const) {
    it(what, async () => {
      const made = messageOfSchema(schema);
      assert.deepEqual(made, message);
      const document = TextDocument.create('a:/', 'json', 1, JSON.stringify(made));
      const service = getLanguageService({});
      const parsed = service.parseJSONDocument(document);
      const found = await service.doValidation(
        document,
        parsed,
        {},
        {
          $schema: 'http://json-schema.org/draft-04/schema#',
          ...(schema as object),
        },
      );
      assert.deepEqual(found, []);
    });
  }

  it('ends where a schema contains itself', () => {
    const made = messageOfSchema({ properties: { next: { $ref: '#' } } });
    assert.ok(JSON.stringify(made).length < 500);
  });

  it('is none for what is no schema', () => assert.equal(messageOfSchema([1]), undefined));
});
