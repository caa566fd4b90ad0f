import { chatApi } from '../known.ts';
import { describeRules } from './findings.ts';
import { part, template } from './template.ts';

const talk = '{ FunctionArn: !GetAtt Talk.Arn }';

describeRules('rules of SAM', [
  {
    code: 'sam-auth',
    when: 'there is no $connect',
    text: chatApi(`
  RouteSelectionExpression: $request.body.action
  Routes:
    join: ${talk}
  Auth: { AuthType: AWS_IAM }
  ^^^^ sam-auth`),
  },
  {
    code: 'sam-auth',
    when: 'nobody decides',
    text: chatApi(`
  RouteSelectionExpression: $request.body.action
  Routes:
    $connect: ${talk}
  Auth:
    AuthType: CUSTOM
              ^^^^^^ sam-auth`),
  },
  {
    code: 'api-without-routes',
    when: 'there is none',
    text: chatApi(`
  RouteSelectionExpression: $request.body.action`).replace('Chat:\n', 'Chat:\n  ^^^^ api-without-routes\n'),
  },
  {
    code: 'unresolved-target',
    when: 'a route names no function',
    text: chatApi(`
  RouteSelectionExpression: $request.body.action
  Routes:
    join: { OperationName: join }
    ^^^^ unresolved-target`),
  },
]);

const stage = (variables: string): string =>
  part('Stage', 'Stage', `StageName: dev\nAutoDeploy: true\nStageVariables: ${variables}`);
const outputs = (url: string): string => `Outputs:\n  Url:\n    Value: !Sub ${url}\n`;

describeRules('rules of stages', [
  {
    code: 'stage-variable',
    when: 'a value has a blank',
    text: template(
      part(
        'Stage',
        'Stage',
        `StageName: dev
StageVariables: { text: "a b" }
^^^^^^^^^^^^^^ stage-variable`,
      ),
    ),
  },
  {
    code: 'stage-variable',
    when: 'it is legal',
    text: template(stage('{ url: "https://a.example/b?c=d" }')),
  },
  {
    code: 'url-without-stage',
    when: 'it ends with the host',
    text: template(
      stage('{}'),
      outputs(`wss://\${Chat}.execute-api.\${AWS::Region}.amazonaws.com
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ url-without-stage`),
    ),
  },
  {
    code: 'url-without-stage',
    when: 'the stage is there',
    text: template(stage('{}'), outputs('wss://${Chat}.execute-api.${AWS::Region}.amazonaws.com/${Stage}')),
  },
  {
    code: 'too-many-parts',
    when: 'there are 11 stages',
    text: template(
      ...Array.from({ length: 11 }, (_, index) => part(`Stage${index}`, 'Stage', `StageName: s${index}`)),
    ).replace('Chat:\n', 'Chat:\n  ^^^^ too-many-parts\n'),
  },
]);
