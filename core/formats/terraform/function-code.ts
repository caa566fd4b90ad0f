import type { LambdaFunction } from '../../api.ts';
import { folderOf } from '../../paths.ts';
import type { Instance } from './instances.ts';
import { readerOf, type Reader } from './reader.ts';
import type { Resources } from './resources.ts';
import { stringOf } from './value.ts';

type Code = Partial<Pick<LambdaFunction, 'codeUri' | 'remoteCodeUri' | 'inlineCode'>>;

/** Where a function's code is: in what `archive_file` packs, in the folder that the module packs, or in a bucket. */
export function codeOf({ type, fields }: Instance, resources: Resources): Code {
  const reader = readerOf(fields);
  if (type === 'module') return packedByModule(reader);
  const archive = archiveOf(reader, resources);
  if (archive) return packed(archive);
  const [bucket, key] = [reader.string('s3_bucket'), reader.string('s3_key')];
  return bucket === undefined || key === undefined ? {} : { remoteCodeUri: `s3://${bucket}/${key}` };
}

/** The `archive_file` that makes the file, whether it is named by a reference, by its path, or lies in a bucket. */
function archiveOf(reader: Reader, resources: Resources): Instance | undefined {
  const objects = resources.find(reader.references('s3_key'));
  const named = [
    ...reader.references('filename'),
    ...reader.references('source_code_hash'),
    ...(objects ? readerOf(objects.fields).references('source') : []),
  ];
  const found = named.flatMap((reference) => resources.named(reference)).find(isArchive);
  const path = reader.string('filename') ?? (objects && readerOf(objects.fields).string('source'));
  if (found || path === undefined) return found;
  return ['data.archive_file', 'archive_file']
    .flatMap(resources.ofType)
    .find(({ fields }) => readerOf(fields).string('output_path') === path);
}

function isArchive({ type }: Instance): boolean {
  return type === 'archive_file' || type === 'data.archive_file';
}

function packed({ fields }: Instance): Code {
  const reader = readerOf(fields);
  const folder = reader.string('source_dir');
  const file = reader.string('source_file');
  if (folder !== undefined) return { codeUri: folder };
  if (file !== undefined) return { codeUri: folderOf(file) || '.' };
  const [source] = fields.inside('source');
  const inlineCode = reader.string('source_content') ?? (source && readerOf(source).string('content'));
  return inlineCode === undefined ? {} : { inlineCode };
}

/** `source_path` is a folder, a file, or a list of them and of maps with a `path`. */
function packedByModule(reader: Reader): Code {
  const value = reader.value('source_path');
  const [first = value] = value?.kind === 'list' ? value.items : [];
  const entry = first?.kind === 'map' ? first.entries.find(({ key }) => stringOf(key) === 'path') : undefined;
  const path = stringOf(entry?.value ?? first);
  if (path === undefined) return {};
  return { codeUri: /\.\w+$/.test(path) ? folderOf(path) || '.' : path };
}
