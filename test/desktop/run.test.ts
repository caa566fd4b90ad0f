import { commands, type CodeLens, type TextDocument } from 'vscode';
import { openChatTemplate } from './chat-template.ts';
import { eventually } from './eventually.ts';

describe('an API', () => {
  it('starts, receives a sample, and stops, as its lenses tell', async () => {
    const template = await openChatTemplate();
    const lens = async (title: string): Promise<CodeLens> => {
      const shown = await eventually(
        () => lensesOf(template),
        (lenses) => lenses.some(({ command }) => command?.title === title),
      );
      const [found] = shown.filter(({ command }) => command?.title === title);
      if (found === undefined) throw new Error(`There is no lens '${title}'.`);
      return found;
    };
    await press(await lens('▷ Start'));
    await lens('■ Stop');
    await press(await lens('▷ Send sample'));
    await lens('1 hit');
    await press(await lens('■ Stop'));
    await lens('▷ Start');
  });
});

async function lensesOf(template: TextDocument): Promise<CodeLens[]> {
  return await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', template.uri, 100);
}

async function press({ command }: CodeLens): Promise<void> {
  if (command === undefined) throw new Error('The lens does nothing.');
  await commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}
