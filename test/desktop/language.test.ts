import assert from 'node:assert/strict';
import {
  commands,
  languages,
  Range,
  workspace,
  WorkspaceEdit,
  type CompletionList,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  type MarkdownString,
  type TextDocument,
} from 'vscode';
import { openChatTemplate, positionAfter } from './chat-template.ts';
import { eventually } from './eventually.ts';

const expression = 'RouteSelectionExpression: $request.body.action';

describe('the language features', () => {
  let template: TextDocument;

  beforeEach(async () => {
    template = await openChatTemplate();
  });

  afterEach(async () => {
    await replace(wholeOf(template), await savedText(template));
  });

  it('show what the expression gives, and follow it as it changes', async () => {
    await eventually(hints, (shown) => shown.includes('→ "join"  ✓ join'));
    await replaceExpression('$request.body.room');
    await eventually(hints, (shown) => shown.includes('→ "lobby"  ✗ $default'));
  });

  it('complete properties from the samples', async () => {
    const at = positionAfter(template, '$request.body.');
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      template.uri,
      at,
      '.',
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    const wanted = ['action', 'name', 'room', 'text'];
    assert.deepEqual(
      labels.filter((label) => wanted.includes(label)).toSorted(),
      wanted,
      `offered: ${labels.join(', ')}`,
    );
  });

  it('list all samples in the hover', async () => {
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      template.uri,
      positionAfter(template, '$request.body.act'),
    );
    const text = hovers
      .flatMap(({ contents }) => contents as MarkdownString[])
      .map(({ value }) => value)
      .join('\n');
    for (const row of [
      '| join\\.json | "join" | ✓ join |',
      '| plain\\.txt | not evaluated | ✗ \\$default |',
      '| unknown\\-action\\.json | "dance" | ✗ \\$default |',
    ])
      assert(text.includes(row), text);
  });

  it('lead from a route to its handler', async () => {
    const places = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      template.uri,
      positionAfter(template, 'RouteKey: jo'),
    );
    const [file] = places.map((place) => ('uri' in place ? place.uri : place.targetUri).path);
    assert.match(file ?? '', /\/src\/chat\.mjs$/);
  });

  it('underline an expression that cannot work', async () => {
    await replaceExpression('request.body.action');
    const codes = await eventually(
      () => Promise.resolve(languages.getDiagnostics(template.uri).map(({ code }) => codeText(code))),
      (found) => found.includes('missing-dollar'),
    );
    assert.deepEqual(codes, ['missing-dollar']);
  });

  async function hints(): Promise<string[]> {
    const found = await commands.executeCommand<InlayHint[]>(
      'vscode.executeInlayHintProvider',
      template.uri,
      wholeOf(template),
    );
    return found.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
  }

  async function replaceExpression(text: string): Promise<void> {
    const end = positionAfter(template, expression);
    const start = end.translate(0, -'$request.body.action'.length);
    await replace(new Range(start, end), text);
  }

  async function replace(range: Range, text: string): Promise<void> {
    const edit = new WorkspaceEdit();
    edit.replace(template.uri, range, text);
    await workspace.applyEdit(edit);
  }
});

function wholeOf(document: TextDocument): Range {
  return new Range(0, 0, document.lineCount, 0);
}

async function savedText({ uri }: TextDocument): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

function codeText(code: unknown): string {
  return String(typeof code === 'object' && code !== null && 'value' in code ? code.value : code);
}
