import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver/node';
import { diagnostics } from './rules/rules.ts';
import { readSeverities, type Severities } from './severities.ts';

const section = 'routescope.rules';
const codes = diagnostics.map(({ code }) => code);

/** Gives `choose` the severities of the editor's settings, now and whenever they change. */
export function followSeverities(
  connection: Connection,
  client: ClientCapabilities,
  choose: (severities: Severities) => void,
): void {
  if (!client.workspace?.configuration) return;
  const failed = (error: unknown) => connection.console.error(String(error));
  const read = async () => {
    const given: unknown = await connection.workspace.getConfiguration(section);
    const { severities, problems } = readSeverities(given ?? {}, codes);
    for (const problem of problems) connection.console.warn(`${section}: ${problem}`);
    choose(severities);
  };
  connection.onDidChangeConfiguration(() => void read().catch(failed));
  if (client.workspace.didChangeConfiguration?.dynamicRegistration) {
    connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(failed);
  }
  read().catch(failed);
}
