import type { Api } from '../../api.ts';
import type { Problem } from '../../problem.ts';
import { openSource, noSurroundings } from '../source.ts';
import { readTemplateFile } from '../cloudformation/read-template-file.ts';
import { moveTexts, type SpelledInside } from './move-texts.ts';
import { readerOf } from './reader.ts';
import type { Resources } from './resources.ts';
import { contentOf, type Value } from './value.ts';

/** The APIs of CloudFormation templates inside `aws_cloudformation_stack`: a heredoc, `jsonencode`, or a file. */
export function readStacks(resources: Resources, problems: Problem[]): Api[] {
  return resources.ofType('aws_cloudformation_stack').flatMap(({ fields }) => {
    const body = readerOf(fields).value('template_body');
    const content = contentOf(body);
    if (!content || !/AWS::(?:ApiGatewayV2|Serverless)::/.test(content.value)) return [];
    const { value, offsets } = content;
    const path = /^\s*\{/.test(value) ? 'template.json' : 'template.yaml';
    const outcome = readTemplateFile(openSource(path, value, noSurroundings), undefined);
    const end = offsets.at(-1) ?? 0;
    // A half-typed text may have fewer places than characters.
    const at = (offset: number) => Math.min(offsets[offset] ?? end, end);
    problems.push(
      ...outcome.problems.map(({ message, span }) => ({
        message,
        span: { start: at(span.start), end: Math.max(at(span.start), at(span.end)) },
      })),
    );
    return moveTexts(outcome.apis, at, spellingIn(body));
  });
}

/** How the texts of a template are spelled: `jsonencode` takes texts of HCL, a file has its own. */
function spellingIn(body: Value | undefined): SpelledInside {
  if (body?.kind !== 'text' || body.spelling === 'script-raw') return {};
  return body.structure ? { spelling: 'hcl' } : { insideHeredoc: true };
}
