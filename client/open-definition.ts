import {
  Range,
  Selection,
  type Tab,
  TabInputText,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Span } from '../core/span.ts';
import type { Session } from './session.ts';
import type { CommandTarget } from './views/tree-node.ts';

/** Opens a definition file at a span, or at a route of one of its APIs, or at the API. */
export async function openDefinition(session: Session, target: CommandTarget): Promise<void> {
  if (target.uri === undefined) return;
  const document = await workspace.openTextDocument(Uri.parse(target.uri));
  const span = target.span ?? spanOf(session, target);
  const at = document.positionAt(span?.start ?? 0);
  const editor = await window.showTextDocument(document, { viewColumn: columnOf(document.uri) });
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Where the file is open already, else the first column: the second one is the panel's. */
function columnOf(uri: Uri): ViewColumn {
  const isOfFile = ({ input }: Tab): boolean =>
    input instanceof TabInputText && input.uri.toString() === uri.toString();
  return window.tabGroups.all.find(({ tabs }) => tabs.some(isOfFile))?.viewColumn ?? ViewColumn.One;
}

function spanOf(session: Session, { uri, logicalId, routeKey }: CommandTarget): Span | undefined {
  if (uri === undefined || logicalId === undefined) return undefined;
  const api = session.find({ uri, logicalId })?.api;
  const route = api?.routes.find((one) => one.routeKey?.value === routeKey);
  return route?.routeKey?.span ?? route?.span ?? api?.span;
}
