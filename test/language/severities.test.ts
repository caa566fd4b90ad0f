import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { diagnose } from '../../server/language/diagnose.ts';
import { createFilesBeside } from '../../server/language/circumstances.ts';
import { readSeverities } from '../../server/language/severities.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { startEditor } from './editor.ts';
import { chatApi, knownFile } from './known.ts';

const text = chatApi(`
  RouteSelectionExpression: request.body.action
  Routes:
    join: { FunctionArn: !GetAtt Talk.Arn }`);

describe('severities', () => {
  it('are read as far as they are understood', () =>
    assert.deepEqual(readSeverities({ a: 'off', b: 'loud', c: 'error' }, ['a', 'b']), {
      severities: { a: 'off' },
      problems: [
        'The severity of "b" is one of off, information, warning, error.',
        'There is no diagnostic "c".',
      ],
    }));

  it('change what is found', () => {
    const { reading, samplesOf } = knownFile(text);
    const severities = { 'missing-dollar': 'off', 'missing-default-route': 'error' } as const;
    const found = diagnose(reading, samplesOf, { severities });
    assert.deepEqual(
      found.map(({ code, severity }) => `${code} ${severity}`),
      ['missing-default-route error'],
    );
  });

  const folder = temporaryFolder();
  after(() => folder.remove());

  it('stand in the nearest rule file; settings go before it', () => {
    folder.write('.routescope/rules.json', '{"missing-dollar":"off"}');
    folder.write('near/.routescope/rules.json', '{"missing-dollar":"error","nothing":"off"}');
    const beside = createFilesBeside();
    const of = (name: string) => beside.of(`${folder.path}/${name}`, folder.path).severities;
    assert.deepEqual(of('far/deep/template.yaml'), { 'missing-dollar': 'off' });
    assert.deepEqual(of('near/template.yaml'), { 'missing-dollar': 'error' });
    assert.match(
      beside.problemsOf(`${folder.path}/near/template.yaml`, folder.path).join(),
      /rules\.json: There is no diagnostic "nothing"\.$/,
    );
    beside.choose({ 'missing-dollar': 'information' });
    assert.deepEqual(of('near/template.yaml'), { 'missing-dollar': 'information' });
    folder.write('near/.routescope/rules.json', '{}');
    assert.ok(beside.forget(`${folder.path}/near/.routescope/rules.json`));
    beside.choose({});
    assert.deepEqual(of('near/template.yaml'), {});
  });

  it('of the editor count as soon as they change', async () => {
    let rules: unknown = { 'missing-dollar': 'off', 'missing-default-route': 'off' };
    const editor = await startEditor(undefined, () => rules);
    try {
      const uri = pathToFileURL(`${folder.path}/template.yaml`).href;
      const silent = untilCodes(() => editor.diagnostics(uri), '');
      await editor.open(uri, text);
      await silent;
      rules = { 'missing-dollar': 'off' };
      const loud = untilCodes(() => editor.diagnostics(uri), 'missing-default-route');
      await editor.notify('workspace/didChangeConfiguration', { settings: null });
      await loud;
    } finally {
      await editor.close();
    }
  });
});

/** Waits for diagnostics with these codes. */
async function untilCodes(
  next: () => Promise<readonly { readonly code?: number | string }[]>,
  codes: string,
): Promise<void> {
  const found = (await next()).map(({ code }) => code).join(' ');
  if (found !== codes) await untilCodes(next, codes);
}
