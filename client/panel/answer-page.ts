import { commands, env } from 'vscode';
import type { ApiAddress } from '../../core/contracts/language.ts';
import type { FromPage } from '../../core/contracts/panel.ts';
import type { Language } from '../language-client.ts';
import { createSample, refreshSamples } from '../samples.ts';
import type { Session } from '../session.ts';
import { openTestClient, sendFromTestClient } from '../test-client.ts';

/** Does what the person asked for in the page. */
export async function answerPage(
  action: FromPage,
  address: ApiAddress,
  session: Session,
  language: Language,
): Promise<void> {
  const run = session.runOf(address);
  switch (action.type) {
    case 'ready':
    case 'chooseApi':
      await refreshSamples(session, language, address);
      break;
    case 'start':
    case 'stop':
      await commands.executeCommand(`routescope.${action.type}`, address);
      break;
    case 'connect':
      await openTestClient(session, address, action);
      break;
    case 'disconnect':
      await run.emulator?.close(action.client);
      break;
    case 'send':
      await run.emulator?.send(action.client, action.text);
      break;
    case 'connectAndSend':
      await sendFromTestClient(session, address, action.text, action);
      break;
    case 'chooseSample':
      await language.chooseSample(address, action.name);
      await refreshSamples(session, language, address);
      break;
    case 'draft':
      session.setDraft(run, action.text);
      break;
    case 'openRoute':
      await commands.executeCommand('routescope.openRoute', { ...address, routeKey: action.routeKey });
      break;
    case 'clear':
      session.clear(run);
      break;
    case 'copy':
      await env.clipboard.writeText(action.text);
      break;
    case 'saveSample': {
      const known = session.find(address);
      if (known) await createSample(known, session, language, { message: action.text });
      break;
    }
    case 'manageTrust':
      await commands.executeCommand('workbench.trust.manage');
      break;
    case 'showHit':
      break;
  }
}
