import { describeRules } from './findings.ts';
import { part, route, template } from './template.ts';

describeRules('rules of models', [
  {
    code: 'model-name',
    when: 'it has a hyphen',
    text: template(
      part(
        'Message',
        'Model',
        `Name: chat-message
      ^^^^^^^^^^^^ model-name
Schema: { type: object }`,
      ),
    ),
    fixed: template(part('Message', 'Model', 'Name: chatMessage\nSchema: { type: object }')),
  },
  {
    code: 'model-selection-default',
    when: 'a message can select none',
    text: template(
      route(
        'Join',
        'join',
        `ModelSelectionExpression: $request.body.kind
                          ^^^^^^^^^^^^^^^^^^ model-selection-default
RequestModels: { text: Message }`,
      ),
    ),
  },
  {
    code: 'model-selection-default',
    when: 'what selects the route selects the model',
    text: template(
      route(
        'Join',
        'join',
        'ModelSelectionExpression: ${request.body.action}\nRequestModels: { join: Message }',
      ),
    ),
  },
  {
    code: 'model-selection-missing',
    when: 'nothing selects a model',
    text: template(
      route(
        'Join',
        'join',
        `RequestModels: { join: Message }
^^^^^^^^^^^^^ model-selection-missing`,
      ),
    ),
  },
]);
