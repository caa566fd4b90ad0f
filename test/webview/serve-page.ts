import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageHtml } from '../../client/panel/page.ts';

/** A server on a free loopback port that gives the panel's page. */
export interface PageServer {
  readonly url: string;
  close(): void;
}

/** Serves a script in the panel's HTML, with its security policy. */
export async function servePage(script: string): Promise<PageServer> {
  const server = createServer(({ url }, response) => {
    const [type, body] = contents(url ?? '/');
    response.setHeader('content-type', type);
    response.end(body);
  });
  const contents = (path: string): [type: string, body: string] => {
    if (path === '/webview.js') return ['text/javascript', script];
    if (path === '/') return ['text/html', html];
    return ['text/plain', ''];
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const html = pageHtml({ nonce: 'bm9uY2U', script: '/webview.js', language: 'en', translations: '{}' });
  return { url, close: () => server.close() };
}
