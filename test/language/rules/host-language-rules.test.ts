import { chatApi } from '../known.ts';
import { describeRules } from './findings.ts';
import { route, template } from './template.ts';

const withExpression = (written: string): string =>
  chatApi(`
  RouteSelectionExpression: ${written}`);

describeRules('rules of the language of a file', [
  {
    code: 'yaml-bad-escape',
    when: 'a dollar sign is escaped in double quotes',
    text: withExpression(String.raw`"\$default"
                             ^^ yaml-bad-escape`),
    fixed: withExpression(String.raw`"\\$default"`),
  },
  {
    code: 'malformed-definition',
    when: 'the escape is another one',
    text: withExpression(String.raw`"\q"
                             ^ malformed-definition`),
  },
]);

const silenced = (comment: string, key = 'join'): string =>
  template(route('Connect', '$connect'), `  # ${comment}\n${route('Join', `GET /${key}`)}`);

describeRules('comments that silence', [
  {
    code: 'unused-silencing',
    when: 'there is nothing to silence',
    text: silenced(`routescope-disable-next-line mixed-protocols, missing-dollar
                                 ^^^^^^^^^^^^^^^ unused-silencing
                                                  ^^^^^^^^^^^^^^ unused-silencing`),
  },
]);
