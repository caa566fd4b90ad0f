import type { Piece, Statement, Word } from '../../core/syntax/shell-script.ts';

/** What was understood of a script, in a notation of its own: `[words]`, `{variables}`, `name=[words]`. */
export function showStatements(statements: readonly Statement[]): string {
  return statements.map(showStatement).join(' ; ');
}

function showStatement(statement: Statement): string {
  switch (statement.kind) {
    case 'command': {
      const { words, input, into, next } = statement;
      return [
        showWords(words),
        ...(input ? [input.kind === 'file' ? '<' : '<<', showWord(input.word)] : []),
        ...(into ? ['>', showWord(into)] : []),
        ...(next ? ['|', showStatement(next)] : []),
      ].join(' ');
    }
    case 'assignment': {
      const { name, words, isList, adds } = statement;
      return `${name}${adds ? '+' : ''}=${isList ? `(${showWords(words)})` : showWords(words)}`;
    }
    case 'group':
      return `( ${showStatements(statement.body)} )`;
    case 'result':
      return `= ${showWords(statement.words)}`;
    case 'loop':
      return `for ${statement.name} in ${showWords(statement.words)} do ${showStatements(statement.body)} done`;
    case 'procedure':
      return `${statement.name}(${statement.parameters.join(',')}) { ${showStatements(statement.body)} }`;
  }
}

function showWords(words: readonly Word[]): string {
  return words.map(showWord).join(' ');
}

/** A word, text as it is and other pieces in braces. */
function showWord(word: Word): string {
  return `[${word.pieces.map(showPiece).join('')}]`;
}

function showPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return piece.value;
    case 'variable':
      return `{${piece.name}${piece.spreads ? '...' : ''}${showMember(piece.member)}${piece.fallback ? `:-${showWord(piece.fallback)}` : ''}}`;
    case 'output':
      return `{(${showStatements(piece.statements)})${showMember(piece.member)}}`;
    case 'unknown':
      return '{?}';
  }
}

/** The source of every character of the texts in a word, as `a·\"·b`. */
export function showPlaces(source: string, { pieces }: Word): string {
  return pieces
    .flatMap((piece) =>
      piece.kind === 'text'
        ? Array.from({ length: piece.value.length }, (_, index) =>
            source.slice(piece.offsets[index], piece.offsets[index + 1]),
          )
        : [source.slice(piece.span.start, piece.span.end)],
    )
    .join('·');
}

function showMember(member = ''): string {
  return /^\w/.test(member) ? `.${member}` : member;
}
