import { mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

const sdk = 'node_modules/@aws-sdk/client-apigatewaymanagementapi';

/** A copy of `examples/chat` that can be changed, with its one package. */
export function chatCopy(): TemporaryFolder {
  const folder = temporaryFolder('chat');
  folder.copy(resolve('examples/chat'));
  const link = join(folder.path, sdk);
  mkdirSync(join(link, '..'), { recursive: true });
  symlinkSync(resolve(sdk), link, 'junction');
  return folder;
}
