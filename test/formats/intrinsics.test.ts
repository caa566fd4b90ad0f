import assert from 'node:assert/strict';
import { displayOf } from '../../core/formats/cloudformation/display.ts';
import { placedText } from '../../core/formats/cloudformation/resolve.ts';
import { readTemplate } from '../../core/formats/cloudformation/read-template.ts';

const around = `Parameters:
  Stage: { Type: String, Default: dev }
  Keys: { Type: CommaDelimitedList, Default: 'join, leave' }
  Unknown: { Type: String }
Conditions:
  IsDev: !Equals [!Ref Stage, dev]
  IsLive: !Not [!Condition IsDev]
  Both: !And [!Condition IsDev, !Equals [!Ref Unknown, x]]
  Neither: !And [!Condition IsLive, !Equals [!Ref Unknown, x]]
  Either: !Or [!Condition IsDev, !Equals [!Ref Unknown, x]]
Mappings:
  Names: { dev: { api: chat-dev }, live: { api: chat } }
  Regions: { us-east-1: { api: chat-east }, eu-west-1: { api: chat-west } }
`;

/** The text that a value gives; undefined where only AWS knows it, and then its display. */
function check(source: string, value: string | undefined, display = value): void {
  const template = readTemplate('template.yaml', `${around}Key: ${source}\n`);
  const node = template.sections.get('Key');
  assert.deepEqual(
    { value: placedText(node, template)?.value, display: displayOf(node, template) },
    { value, display },
  );
}

describe('Intrinsic functions that the file alone can compute', () => {
  const rows: readonly (readonly [source: string, value: string])[] = [
    ['plain', 'plain'],
    ['!Ref Stage', 'dev'],
    ['{ Ref: Stage }', 'dev'],
    ['!Sub "${Stage}-x"', 'dev-x'],
    ['{ Fn::Sub: "${Stage}-x" }', 'dev-x'],
    ['!Sub ["${Stage}-${Own}", { Own: !Ref Stage }]', 'dev-dev'],
    ['!Sub "${!request.body.action}"', '${request.body.action}'],
    ['!Sub "$request.body.${Stage}"', '$request.body.dev'],
    ['!Join [".", [$request, body, !Ref Stage]]', '$request.body.dev'],
    ['{ Fn::Join: ["", [a, b]] }', 'ab'],
    ['!Join ["-", !Ref Keys]', 'join-leave'],
    ['!Join ["-", !Split ["|", "a|b"]]', 'a-b'],
    ['!Select [1, [a, b]]', 'b'],
    ['!Select ["1", !Ref Keys]', 'leave'],
    ['!Select [1, !Split [",", "a,b"]]', 'b'],
    ['!FindInMap [Names, !Ref Stage, api]', 'chat-dev'],
    ['!FindInMap [Regions, !Ref AWS::Region, api]', 'chat-east'],
    ['!FindInMap [Names, nowhere, api, { DefaultValue: other }]', 'other'],
    ['!Sub ["${Count}", { Count: { Fn::Length: !Ref Keys } }]', '2'],
    ['{ Fn::Length: [a, b, c] }', '3'],
    ['{ Fn::ToJsonString: { a: [1, !Ref Stage] } }', '{"a":[1,"dev"]}'],
    ['!If [IsDev, yes, no]', 'yes'],
    ['!If [IsLive, yes, !If [Either, maybe, no]]', 'maybe'],
    ['!If [Neither, yes, no]', 'no'],
    ['{ <<: { Ref: Unknown }, Ref: Stage }', 'dev'],
    ['{ Ref: Stage, <<: { Ref: Unknown } }', 'dev'],
    ['{ <<: [{ Ref: Stage }, { Ref: Unknown }] }', 'dev'],
  ];
  for (const [source, value] of rows) it(source, () => check(source, value));
});

describe('Intrinsic functions that only AWS can compute', () => {
  const rows: readonly (readonly [source: string, value: string | undefined, display: string | undefined])[] =
    [
      ['!Ref Unknown', undefined, '${Unknown}'],
      ['!Ref AWS::StackName', undefined, '${AWS::StackName}'],
      ['!Ref AWS::NoValue', undefined, undefined],
      ['!GetAtt Table.Arn', undefined, '${Table.Arn}'],
      ['!GetAtt [Table, Arn]', undefined, '${Table.Arn}'],
      ['!Sub "${Table.Arn}/x"', '${Table.Arn}/x', '${Table.Arn}/x'],
      ['!Join ["/", [integrations, !Ref Table]]', undefined, 'integrations/{Table}'],
      ['null', undefined, undefined],
      ['{ Fn::GetStackOutput: [a, b] }', undefined, '${{ Fn::GetStackOutput: [a, b] }}'],
      ['!GetStackOutput a', undefined, '${!GetStackOutput a}'],
      ['{ Fn::Length: !Ref Unknown }', undefined, '${{ Fn::Length: !Ref Unknown }}'],
      [
        '{ Fn::ToJsonString: { a: !Ref Unknown } }',
        undefined,
        '${{ Fn::ToJsonString: { a: !Ref Unknown } }}',
      ],
      ['!ImportValue shared-key', undefined, '${!ImportValue shared-key}'],
      ['!If [Both, yes, no]', undefined, '${!If [Both, yes, no]}'],
      ['!FindInMap [Names, nowhere, api]', undefined, '${!FindInMap [Names, nowhere, api]}'],
      ['!Select [9, [a, b]]', undefined, undefined],
      ['[a, b]', undefined, undefined],
    ];
  for (const [source, value, display] of rows) it(source, () => check(source, value, display));
});
