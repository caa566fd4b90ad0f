/**
 * How the host language spells a text: what a piece of it looks like in the source, its escapes added.
 * Those that end in `-json` are JSON in an argument of a command.
 */
export const spellings = {
  'yaml-plain': same,
  'yaml-single': (piece) => piece.replaceAll("'", "''"),
  'yaml-double': likeJson,
  'yaml-block': same,
  json: likeJson,
  /** A quoted template of HCL. https://developer.hashicorp.com/terraform/language/expressions/strings */
  hcl: (piece) => likeJson(piece).replaceAll(/([$%])\{/g, '$1$1{'),
  'hcl-heredoc': (piece) => piece.replaceAll(/([$%])\{/g, '$1$1{'),
  'script-single': (piece) => backslashed(piece, "'"),
  'script-double': (piece) => backslashed(piece, '"'),
  /** Between backticks, where `${` begins an expression. */
  'script-template': (piece) => backslashed(piece, '`').replaceAll('${', '\\${'),
  /** An f-string of Python, where a brace begins an expression. */
  'script-format': (piece) =>
    backslashed(piece, '"')
      .replaceAll("'", String.raw`\'`)
      .replaceAll(/[{}]/g, '$&$&'),
  /** A raw or verbatim string, which has no escapes. */
  'script-raw': same,
  'shell-plain': (piece) => piece.replaceAll(/[^\w./:=@%+,-]/g, String.raw`\$&`),
  'shell-single': (piece) => piece.replaceAll("'", String.raw`'\''`),
  'shell-double': (piece) => piece.replaceAll(/["$`\\]/g, String.raw`\$&`),
  /** Between `$'` and `'`. */
  'shell-ansi': (piece) => backslashed(piece, "'"),
  'shell-heredoc': (piece) => piece.replaceAll(/[$`\\]/g, String.raw`\$&`),
  /** A here-document whose delimiter is quoted, which has no escapes. */
  'shell-raw': same,
  'powershell-plain': (piece) => piece.replaceAll(/[^\w./:=@%+,-]/g, '`$&'),
  'powershell-single': (piece) => piece.replaceAll("'", "''"),
  'powershell-double': (piece) => piece.replaceAll(/["$`]/g, '`$&'),
  /** Between `@'` and `'@`, where there are no escapes. */
  'powershell-raw': same,
  'cmd-plain': same,
  'cmd-double': (piece) => piece.replaceAll('"', String.raw`\"`),
  'shell-single-json': (piece) => likeJson(piece).replaceAll("'", String.raw`'\''`),
  'shell-double-json': (piece) => likeJson(piece).replaceAll(/["$`\\]/g, String.raw`\$&`),
  'powershell-single-json': (piece) => likeJson(piece).replaceAll("'", "''"),
  'powershell-double-json': (piece) => likeJson(piece).replaceAll(/["$`]/g, '`$&'),
  'cmd-double-json': (piece) =>
    likeJson(piece).replaceAll(/\\*"/g, (quote) => `${quote.slice(0, -1)}${quote.slice(0, -1)}\\"`),
} as const satisfies Readonly<Record<string, (piece: string) => string>>;

/** The ways in which host languages spell texts. */
export type Spelling = keyof typeof spellings;

function same(piece: string): string {
  return piece;
}

function likeJson(piece: string): string {
  return JSON.stringify(piece).slice(1, -1);
}

function backslashed(piece: string, quote: string): string {
  return piece
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', String.raw`\n`);
}
