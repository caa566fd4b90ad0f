import assert from 'node:assert/strict';
import { parseHandler } from '../../core/formats/handler-name.ts';

describe('a Handler names', () => {
  for (const [handler, runtime, module, exported] of [
    ['app.handler', undefined, 'app', 'handler'],
    ['src/app.handler', 'nodejs22.x', 'src/app', 'handler'],
    ['src/app.routes.join', 'nodejs22.x', 'src/app', 'routes.join'],
    ['../v1.2/app.handler', 'nodejs22.x', '../v1.2/app', 'handler'],
    ['app.handler', 'python3.13', 'app', 'handler'],
    ['chat.app.handler', 'python3.13', 'chat/app', 'handler'],
    ['../chat/app.handler', 'python3.13', '../chat/app', 'handler'],
  ] as const) {
    it(`${exported} in ${module}: ${handler} (${runtime})`, () =>
      assert.deepEqual(parseHandler(handler, runtime), { module, exported }));
  }

  for (const handler of ['', 'handler', '.handler', 'src/app', 'app.', 'app.src/handler']) {
    it(`nothing: "${handler}"`, () => {
      assert.equal(parseHandler(handler, 'nodejs22.x'), undefined);
      assert.equal(parseHandler(handler, 'python3.13'), undefined);
    });
  }
});
