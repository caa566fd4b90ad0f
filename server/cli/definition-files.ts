import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { kindsOfPath, type FormatKind } from '../../core/formats/may-define-apis.ts';
import { readDefinitions, type Reading } from '../../core/formats/formats.ts';
import { placeAt } from '../../core/formats/file-at.ts';
import { largestDefinition, scanFolder } from '../language/scan-folder.ts';
import { surroundingsIn } from '../language/surroundings.ts';
import { Failure } from './failure.ts';
import { reasonOf } from './reason.ts';
import { repositoryOf } from './repository-of.ts';

/** A definition file and what it says. */
export interface DefinitionFile {
  /** As the person named it, or below the folder that they named. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly reading: Reading;
}

/** The definition file at a path, or all in the folder; a path that cannot be read is wrong usage. */
export async function readDefinitionFiles(name: string): Promise<readonly DefinitionFile[]> {
  const found = await stat(name).catch((error: unknown) => {
    throw new Failure(`${name} cannot be read: ${reasonOf(error)}.`, 2);
  });
  if (!found.isDirectory()) return [await readDefinitionFile(name)];
  const files: DefinitionFile[] = [];
  for await (const { path, text } of scanFolder(name)) {
    const reading = readWithSurroundings(resolve(path), text);
    if (reading.apis.length > 0) files.push({ name: path, path: resolve(path), text, reading });
  }
  return files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** One definition file, read anew; with its last reading only what changed is parsed. */
export async function readDefinitionFile(name: string, previous?: Reading): Promise<DefinitionFile> {
  try {
    const { size } = await stat(name);
    if (size > largestDefinition)
      throw new Failure(`${name} is larger than 2 MB, which no definition is.`, 1);
    const text = await readFile(name, 'utf8');
    return { name, path: resolve(name), text, reading: readWithSurroundings(resolve(name), text, previous) };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${name} cannot be read: ${reasonOf(error)}.`, 2);
  }
}

function readWithSurroundings(path: string, text: string, previous?: Reading): Reading {
  return readDefinitions(path, text, previous, surroundingsIn(repositoryOf(path)));
}

/** What to tell a person about files that define no WebSocket API. */
export function nothingFound(name: string, files: readonly DefinitionFile[]): string {
  const [file] = files;
  const [problem] = file?.reading.problems ?? [];
  if (file && problem) {
    const { line } = placeAt(file.reading, problem.span.start);
    return `${name} defines no WebSocket API that can be read; line ${line}: ${problem.message}`;
  }
  const missing = kindsOfPath(name).flatMap((kind) => signs[kind] ?? []);
  return missing.length === 0
    ? `${name} defines no WebSocket API in any of the formats that README.md lists.`
    : `${name} defines no WebSocket API: ${missing.map((sign) => `no ${sign}`).join(', ')}.`;
}

/** What defines a WebSocket API, by the kind of definition that a file's name says. */
const signs: Readonly<Partial<Record<FormatKind, readonly string[]>>> = {
  template: ['AWS::ApiGatewayV2::Api with ProtocolType WEBSOCKET', 'AWS::Serverless::WebSocketApi'],
  serverless: ['function with a websocket event'],
  architect: ['section @ws'],
  terraform: ['aws_apigatewayv2_api with protocol_type "WEBSOCKET"'],
  'aws-cli': ['aws apigatewayv2 create-api with --protocol-type WEBSOCKET'],
};
