import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Documents } from '../../server/language/documents.ts';
import { uriOf } from '../../server/language/uris.ts';
import { temporaryFolder, type TemporaryFolder } from '../kit/temporary-folder.ts';
import { chatApi } from './known.ts';

const template = chatApi(`
  RouteSelectionExpression: $request.body.action`);

describe('documents', () => {
  let folder: TemporaryFolder;
  let documents: Documents;
  let changes: (string | undefined)[];
  const uriIn = (name: string) => uriOf(join(folder.path, name));
  const names = () => documents.files().map(({ uri }) => uri.slice(uriOf(folder.path).length + 1));

  beforeEach(() => {
    folder = temporaryFolder();
    changes = [];
    documents = new Documents((uri) => changes.push(uri));
  });
  afterEach(() => folder.remove());

  it('are the definitions of a folder, not those of dependencies and build output', async () => {
    folder.write('template.yaml', template);
    folder.write('services/chat/template.yml', template);
    for (const skipped of ['node_modules/a', '.git', '.aws-sam/build', 'cdk.out/asset.12ab']) {
      folder.write(`${skipped}/template.yaml`, template);
    }
    folder.write('notes.md', template);
    folder.write('huge.yaml', template + '#'.repeat(2 * 1024 * 1024));
    folder.write('other.yaml', 'a: 1');
    await documents.addFolder(uriOf(folder.path));
    assert.deepEqual(names(), ['template.yaml', 'services/chat/template.yml']);
    documents.removeFolder(uriOf(folder.path));
    assert.deepEqual(names(), []);
  });

  it('follow files on disk, but an open text goes before them', async () => {
    const uri = uriIn('template.yaml');
    folder.write('template.yaml', template);
    documents.fileChanged(uri);
    assert.deepEqual(names(), ['template.yaml']);
    documents.open(uri, 'yaml', 1, 'a: 1');
    assert.deepEqual(names(), []);
    documents.fileChanged(uri);
    assert.deepEqual(names(), []);
    documents.close(uri);
    assert.deepEqual(names(), ['template.yaml']);
    folder.remove();
    documents.fileChanged(uri);
    assert.deepEqual(names(), []);
  });

  it('tell of a text that is opened as it is on disk, and not of one that is no definition', async () => {
    folder.write('template.yaml', template);
    await documents.addFolder(uriOf(folder.path));
    changes.length = 0;
    documents.open(uriIn('template.yaml'), 'yaml', 1, template);
    documents.open(uriIn('other.yaml'), 'yaml', 1, 'a: 1');
    assert.deepEqual(changes, [uriIn('template.yaml')]);
  });

  it('have one address, however the editor escapes it', () => {
    const uri = uriIn('a (b)@c.yaml');
    documents.open(uri.replaceAll('%20', ' ').replaceAll('%40', '@'), 'yaml', 1, template);
    assert.equal(documents.file(uri)?.uri, uri);
  });

  it('tell of a change only where something changed', async () => {
    const uri = uriIn('template.yaml');
    documents.open(uri, 'yaml', 1, template);
    documents.open(uriIn('values.yaml'), 'yaml', 1, 'a: 1');
    documents.edit(uriIn('values.yaml'), 2, [{ text: 'a: 2' }]);
    assert.deepEqual(changes, [uri]);
    documents.chooseSample({ uri, logicalId: 'Chat' }, 'join.json');
    assert.deepEqual(changes, [uri, undefined]);
  });

  it('see new sample files', async () => {
    const uri = uriIn('template.yaml');
    documents.open(uri, 'yaml', 1, template);
    const samples = () => {
      const file = documents.file(uri);
      return file?.reading.apis.flatMap(file.samplesOf).map(({ name }) => name);
    };
    assert.deepEqual(samples(), []);
    folder.write('.routescope/samples/join.json', '{}');
    documents.fileChanged(uriIn('.routescope/samples/join.json'));
    assert.deepEqual(samples(), ['join.json']);
  });
});
