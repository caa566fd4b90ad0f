import * as protocol from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from './code-actions.ts';
import type { CodeLens } from './code-lens.ts';
import type { ClientCommand } from './commands.ts';
import type { Completion } from './completion.ts';
import type { Diagnostic } from './diagnose.ts';
import type { Hover } from './hover.ts';
import type { InlayHint } from './inlay-hints.ts';
import { rangeOf, textEditOf } from './ranges.ts';
import type { Severity } from './rules/rule.ts';

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

/** A diagnostic as the protocol has it, with line and character. */
export function toDiagnostic(document: TextDocument, diagnostic: Diagnostic): protocol.Diagnostic {
  const { code, href, message, severity, span } = diagnostic;
  return {
    range: rangeOf(document, span),
    severity: severities[severity],
    code,
    codeDescription: { href },
    source: 'routescope',
    message,
  };
}

/** `index` is the proposal's place in the list, which the editor would otherwise sort by label. */
export function toCompletionItem(
  document: TextDocument,
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
export function toHover(document: TextDocument, hover: Hover): protocol.Hover {
  return { range: rangeOf(document, hover.span), contents: markdown(hover.markdown) };
}

/** An inlay hint as the protocol has it. */
export function toInlayHint(document: TextDocument, hint: InlayHint): protocol.InlayHint {
  const tooltip = markdown(hint.tooltip);
  return {
    position: document.positionAt(hint.offset),
    label: [{ value: hint.label, tooltip, command: toCommand(hint.command) }],
    paddingLeft: true,
  };
}

/** A lens as the protocol has it. */
export function toCodeLens(document: TextDocument, lens: CodeLens): protocol.CodeLens {
  const start = document.positionAt(lens.span.start);
  return { range: { start, end: start }, command: toCommand(lens.command) };
}

/** A quick fix as the protocol has it, with the edit of the document. */
export function toCodeAction(document: TextDocument, action: CodeAction): protocol.CodeAction {
  const edits = action.fix.edits.map((edit) => textEditOf(document, edit));
  return {
    title: action.fix.title,
    kind: protocol.CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, action.mends)],
    isPreferred: action.mends.fixes?.[0] === action.fix,
    edit: { changes: { [document.uri]: edits } },
  };
}

function toCommand({ argument, command, title }: ClientCommand): protocol.Command {
  return { title, command, arguments: [argument] };
}

function markdown(value: string): protocol.MarkupContent {
  return { kind: protocol.MarkupKind.Markdown, value };
}
