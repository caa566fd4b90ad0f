import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mayBeDefinitionPath, mayDefineApis } from '../../core/formats/may-define-apis.ts';
import { readSmallFile } from './read-small-file.ts';

const skipped = new Set(['node_modules', '.git', '.aws-sam', '.serverless', '.terraform', '.vscode-test']);

/** In bytes. A larger file is no definition that a person wrote. */
export const largestDefinition = 2 * 1024 * 1024;

// Bounds the work in a folder that is not a project, such as a home directory.
const mostEntries = 50_000;

/** Whether a path can be one of a definition that a person wrote, judged without reading it. */
export function mayBeDefinition(path: string): boolean {
  return mayBeDefinitionPath(path) && !path.split(/[\\/]/).some(isSkipped);
}

/**
 * The files in a folder, at any depth, that may define WebSocket APIs. Skips dependencies and build output,
 * files above 2 MB, and what lies beyond 50,000 entries; what cannot be read counts as absent.
 */
export async function* scanFolder(root: string): AsyncGenerator<{ path: string; text: string }> {
  const folders = [root];
  let entriesSeen = 0;
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    for (const entry of await entriesOf(folder)) {
      if (++entriesSeen > mostEntries) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !isSkipped(entry.name)) folders.push(path);
      if (!entry.isFile() || !mayBeDefinition(entry.name)) continue;
      const text = readDefinitionText(path);
      if (text !== undefined) yield { path, text };
    }
  }
}

/** The text of a file that may define WebSocket APIs; undefined for every other file. */
export function readDefinitionText(path: string): string | undefined {
  const text = readSmallFile(path, largestDefinition);
  return text !== undefined && mayDefineApis(path, text) ? text : undefined;
}

// The CDK copies code and nested templates into `cdk.out/asset.HASH`.
function isSkipped(name: string): boolean {
  return skipped.has(name) || name.startsWith('asset.');
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
