import assert from 'node:assert/strict';
import { pageHtml } from '../../../client/panel/page.ts';

describe("the panel's page", () => {
  const html = pageHtml({
    nonce: 'N0nce',
    script: 'a.js',
    language: 'pt-br',
    translations: '{"Start":"</script>"}',
  });

  it('allows the one script with its nonce, and nothing that is not named', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    assert.equal(policy, "default-src 'none'; script-src 'nonce-N0nce'");
    assert.deepEqual(html.match(/<script[^>]*>/g), [
      '<script type="application/json" id="translations">',
      '<script type="module" nonce="N0nce" src="a.js">',
    ]);
  });

  it('has the language of the window, and translations that cannot end their element', () => {
    assert.match(html, /<html lang="pt-br">/);
    assert.deepEqual(html.match(/\{"Start":"[^"]*"\}/)?.[0], String.raw`{"Start":"\u003c/script>"}`);
  });
});
