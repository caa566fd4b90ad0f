import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Pattern {
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly patterns?: readonly Pattern[];
}

const grammar = JSON.parse(readFileSync('syntaxes/expression.tmLanguage.json', 'utf8')) as {
  readonly repository: Readonly<Record<string, Pattern>>;
};

/** The text that a rule of the grammar begins with or matches. */
function matched(rule: string, text: string): string | undefined {
  const pattern = grammar.repository[rule];
  return new RegExp(pattern?.begin ?? pattern?.match ?? '(?!)').exec(text)?.[0];
}

describe('the grammar of the expression language', () => {
  for (const [rule, text, expected] of [
    ['bare', 'A: $request.body.action', '$request.body'],
    ['bare', '$context.connectionId', '$context'],
    ['bare', '$request.bodyless', undefined],
    ['bare', '${AWS::Region}', undefined],
    ['braced', "'${request.body.action}'", '${request.body'],
    ['braced', '!Sub ${!request.body.action}', '${!request.body'],
    ['braced', '${requests}', undefined],
    ['braced', '"$${request.body.action}"', '$${request.body'],
    ['bare', String.raw`"\$request.body.action"`, String.raw`\$request.body`],
    ['escape', String.raw`\$default`, String.raw`\$`],
    ['routeKey', '"$connect"', '$connect'],
    ['routeKey', '        $default:', '$default'],
    ['routeKey', 'echo $default_shell', undefined],
  ] as const) {
    it(`${rule} in ${text}`, () => assert.equal(matched(rule, text), expected));
  }

  it('has no pattern that is not one', () => {
    const template = JSON.parse(
      readFileSync('syntaxes/mapping-template.tmLanguage.json', 'utf8'),
    ) as typeof grammar;
    const rules = [...Object.values(grammar.repository), ...Object.values(template.repository)];
    for (const { match, begin, end } of rules) {
      for (const one of [match, begin, end]) assert.doesNotThrow(() => new RegExp(one ?? ''));
    }
  });
});
