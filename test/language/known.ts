import { dirname } from 'node:path';
import type { RunningApi } from '../../core/contracts/language.ts';
import { readDefinitions } from '../../core/formats/formats.ts';
import type { Sample } from '../../core/sample.ts';
import type { KnownFile } from '../../server/language/known-file.ts';
import { samplesOf } from '../../server/language/samples.ts';

/** Sample messages by name. */
export type Messages = Readonly<Record<string, string>>;

/** A definition file as the server knows it, made from its text alone. */
export function knownFile(
  text: string,
  messages: Messages = {},
  path = '/project/template.yaml',
  running?: RunningApi,
): KnownFile {
  const files = Object.entries(messages).map(([name, text]): Sample => ({ name, text, source: 'file' }));
  return {
    uri: `file://${path}`,
    path,
    root: dirname(path),
    text,
    reading: readDefinitions(path, text),
    samplesOf: (api) => samplesOf(api, text, files),
    runningOf: () => running,
    circumstances: {},
  };
}

/** A SAM template with one WebSocket API that has these properties, and the function \`Talk\`. */
export function chatApi(properties: string): string {
  return `Resources:
  Chat:
    Type: AWS::Serverless::WebSocketApi
    Properties:${properties.trimEnd().replaceAll('\n', '\n    ')}
  Talk:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: talk/
      Handler: app.handler
      Runtime: nodejs22.x
`;
}
