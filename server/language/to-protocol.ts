import * as protocol from 'vscode-languageserver/node';
import type { Span } from '../../core/span.ts';
import type { SampleAction } from './actions/sample-actions.ts';
import type { CodeAction } from './code-actions.ts';
import type { CodeLens } from './code-lens.ts';
import type { ClientCommand } from './commands.ts';
import type { Completion } from './completion.ts';
import type { Diagnostic } from './diagnose.ts';
import type { Hover } from './hover.ts';
import type { InlayHint } from './inlay-hints.ts';
import type { KnownFile } from './known-file.ts';
import { locationOf } from './navigation/place.ts';
import { rangeOf, textEditOf } from './ranges.ts';
import type { Edit, Severity } from './rules/rule.ts';
import { type SemanticToken, tokenTypes } from './semantic-tokens.ts';
import type { Coordinates, View } from './view.ts';

const severities: Readonly<Record<Severity, protocol.DiagnosticSeverity>> = {
  error: protocol.DiagnosticSeverity.Error,
  warning: protocol.DiagnosticSeverity.Warning,
  information: protocol.DiagnosticSeverity.Information,
};

const completionKinds: Readonly<Record<Completion['kind'], protocol.CompletionItemKind>> = {
  variable: protocol.CompletionItemKind.Variable,
  property: protocol.CompletionItemKind.Property,
  value: protocol.CompletionItemKind.Value,
};

const codeActionKinds: Readonly<Record<CodeAction['kind'], protocol.CodeActionKind>> = {
  quickfix: protocol.CodeActionKind.QuickFix,
  refactor: protocol.CodeActionKind.RefactorRewrite,
};

/** A diagnostic as the protocol has it, with line and character. */
export function toDiagnostic(document: Coordinates, diagnostic: Diagnostic): protocol.Diagnostic {
  const { code, href, message, severity, span, unnecessary } = diagnostic;
  return {
    range: rangeOf(document, span),
    severity: severities[severity],
    code,
    codeDescription: { href },
    source: 'routescope',
    message,
    ...(unnecessary && { tags: [protocol.DiagnosticTag.Unnecessary] }),
  };
}

/** `index` is the proposal's place in the list, which the editor would otherwise sort by label. */
export function toCompletionItem(
  document: Coordinates,
  completion: Completion,
  index: number,
): protocol.CompletionItem {
  const { detail, documentation, filter, kind, label, newText, span } = completion;
  return {
    label,
    // The editor shows it on every line of the list, `detail` only on the one that is chosen.
    labelDetails: { description: detail },
    kind: completionKinds[kind],
    detail,
    ...(documentation === undefined ? {} : { documentation: markdown(documentation) }),
    textEdit: textEditOf(document, { span, newText }),
    filterText: filter,
    sortText: String(index).padStart(4, '0'),
  };
}

/** A hover as the protocol has it, in Markdown. */
export function toHover(document: Coordinates, hover: Hover): protocol.Hover {
  return { range: rangeOf(document, hover.span), contents: markdown(hover.markdown) };
}

/** An inlay hint as the protocol has it. */
export function toInlayHint(document: Coordinates, hint: InlayHint): protocol.InlayHint {
  const tooltip = markdown(hint.tooltip);
  return {
    position: document.positionAt(hint.offset),
    label: [{ value: hint.label, tooltip, command: toCommand(hint.command) }],
    paddingLeft: true,
  };
}

/** A lens as the protocol has it. */
export function toCodeLens(document: Coordinates, lens: CodeLens): protocol.CodeLens {
  const start = document.positionAt(lens.span.start);
  return { range: { start, end: start }, command: toCommand(lens.command) };
}

/** A change as the protocol has it. */
export function toCodeAction(view: View, { fix, kind, mends }: CodeAction): protocol.CodeAction {
  return {
    title: fix.title,
    kind: codeActionKinds[kind],
    ...(mends && { diagnostics: [toDiagnostic(view, mends)], isPreferred: mends.fixes?.[0] === fix }),
    edit: toWorkspaceEdit(view, fix.edits),
  };
}

/** Edits of a definition, each in the file where its span stands. */
function toWorkspaceEdit(view: View, edits: readonly Edit[]): protocol.WorkspaceEdit {
  const changes: Record<string, protocol.TextEdit[]> = {};
  for (const edit of edits) {
    const file = view.fileAt(edit.span.start);
    (changes[file.uri] ??= []).push(textEditOf(file, edit));
  }
  return { changes };
}

/** A change of a definition that is offered in another file. */
export function toSampleAction({ file, fix, kind }: SampleAction): protocol.CodeAction {
  return { title: fix.title, kind: codeActionKinds[kind], edit: toRemoteEdit(file, fix.edits) };
}

/** Edits of a definition that need not be open, each in the file where its span stands. */
export function toRemoteEdit(file: KnownFile, edits: readonly Edit[]): protocol.WorkspaceEdit {
  const changes: Record<string, protocol.TextEdit[]> = {};
  for (const { newText, span } of edits) {
    const { range, uri } = locationOf(file, { span });
    (changes[uri] ??= []).push({ range, newText });
  }
  return { changes };
}

/** Adds tokens, in the order of the text, to what the protocol's builder makes of them. */
export function addSemanticTokens(
  builder: protocol.SemanticTokensBuilder,
  document: Coordinates,
  tokens: readonly SemanticToken[],
): void {
  for (const { span, type } of tokens) {
    const { line, character } = document.positionAt(span.start);
    builder.push(line, character, span.end - span.start, tokenTypes.indexOf(type), 0);
  }
}

/** Spans, each inside the next, as the protocol nests them; the empty range where there are none. */
export function toSelectionRange(
  document: Coordinates,
  position: protocol.Position,
  spans: readonly Span[],
): protocol.SelectionRange {
  const nested = spans.reduceRight<protocol.SelectionRange | undefined>(
    (parent, span) => ({ range: rangeOf(document, span), ...(parent && { parent }) }),
    undefined,
  );
  return nested ?? { range: { start: position, end: position } };
}

function toCommand({ argument, command, title }: ClientCommand): protocol.Command {
  return { title, command, arguments: [argument] };
}

function markdown(value: string): protocol.MarkupContent {
  return { kind: protocol.MarkupKind.Markdown, value };
}
