import { heredocEnd } from './hcl-heredoc.ts';

/** A part of a file that is parsed by itself: a block of the top level, with what follows up to the next one. */
export interface HclStretch {
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
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [whole, name] = found;
    if (name !== undefined)
      pattern.lastIndex = heredocEnd(text, pattern.lastIndex, name)?.behind ?? pattern.lastIndex;
    else if (whole === '/*') {
      const end = text.indexOf('*/', pattern.lastIndex);
      if (end !== -1) pattern.lastIndex = end + 2;
    } else if (/^[a-z]/.test(whole) && found.index > 0) starts.push(found.index);
  }
  return starts.map((start, index) => ({ start, text: text.slice(start, starts[index + 1]) }));
}
