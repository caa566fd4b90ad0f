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
  const offset = (target.span ?? spanOf(session, target))?.start ?? 0;
  const { uri, start } = fileAt(session, target.uri, offset);
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const at = document.positionAt(offset - start);
  const editor = await window.showTextDocument(document, { viewColumn: columnOf(document.uri) });
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The file of a definition in which an offset stands, and the offset at which that file begins. */
function fileAt(session: Session, uri: string, offset: number): { uri: string; start: number } {
  const files = session.definitions.find((one) => one.uri === uri)?.files ?? [];
  return files.findLast(({ start }) => start <= offset) ?? { uri, start: 0 };
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
