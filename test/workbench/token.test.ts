import assert from 'node:assert/strict';
import { serveWorkbench } from '../../scripts/serve-workbench.ts';
import { calmSettings } from '../../scripts/calm-settings.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

describe('the served VS Code', () => {
  it('opens to who has its address, and to nobody else', async () => {
    const data = temporaryFolder();
    const server = await serveWorkbench({ dataFolder: data.path, settings: calmSettings, trusted: true });
    try {
      assert.equal(await statusOf(`http://${server.host}/`), 403);
      assert.equal(await statusOf(`http://${server.host}/?tkn=guessed`), 403);
      assert.equal(await statusOf(server.address({})), 302);
    } finally {
      await server.stop();
      data.remove();
    }
  });
});

async function statusOf(url: string): Promise<number> {
  return (await fetch(url, { redirect: 'manual' })).status;
}
