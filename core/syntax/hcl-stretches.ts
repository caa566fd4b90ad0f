/** A part of a file that is parsed by itself: a block of the top level, with what follows up to the next one. */
interface HclStretch {
  readonly start: number;
  readonly text: string;
}

/** What begins a block at the left edge, what begins a heredoc, and a long comment. */
const landmarks =
  /^(?:resource|data|module|locals|variable|output|provider|terraform|moved|import|removed|check|ephemeral)\b[ \t]*["{\w]|<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n|\/\*|(?:#|\/\/).*|"(?:[^"\\\n]|\\.)*/gmu;

/**
 * Cuts a file where its blocks begin. A header at the left edge begins one whatever stands before it, so that a
 * missing brace ends there; headers inside heredocs and comments are none.
 */
export function hclStretches(text: string): HclStretch[] {
  const starts = [0];
  const pattern = new RegExp(landmarks);
  const behindHeredoc = heredocEnds(text);
  let isCommentClosed = true;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [whole, name] = found;
    if (name !== undefined) pattern.lastIndex = behindHeredoc(name, pattern.lastIndex) ?? pattern.lastIndex;
    else if (whole === '/*') {
      const end: number = isCommentClosed ? text.indexOf('*/', pattern.lastIndex) : -1;
      isCommentClosed = end !== -1;
      if (isCommentClosed) pattern.lastIndex = end + 2;
    } else if (/^[a-z]/.test(whole) && found.index > 0) starts.push(found.index);
  }
  return starts.map((start, index) => ({ start, text: text.slice(start, starts[index + 1]) }));
}

/** Where the line ends that closes a heredoc; all such lines are looked up once, as thousands may be missing. */
function heredocEnds(text: string): (name: string, from: number) => number | undefined {
  let lines: Map<string, number[]> | undefined;
  return (name, from) => {
    lines ??= markerLines(text);
    return lines.get(name)?.find((end) => end > from);
  };
}

function markerLines(text: string): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (const { 1: name = '', 0: line, index } of text.matchAll(
    /^[^\S\n]*([\p{ID_Start}_][\p{ID_Continue}-]*)(?=[^\S\n]*$)/gmu,
  )) {
    const ends = lines.get(name) ?? [];
    ends.push(index + line.length);
    lines.set(name, ends);
  }
  return lines;
}
