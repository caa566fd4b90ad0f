import type { Span } from '../../span.ts';
import type { Node } from '../../syntax/node.ts';
import { impliedText, joined, refTo } from './nodes.ts';

/** The URI under which API Gateway calls a function. */
export function invocationUri(arn: Node, span: Span): Node {
  const piece = (text: string) => impliedText(text, span);
  const start = [
    piece('arn:'),
    refTo('AWS::Partition', span),
    piece(':apigateway:'),
    refTo('AWS::Region', span),
  ];
  return joined([...start, piece(':lambda:path/2015-03-31/functions/'), arn, piece('/invocations')], span);
}
