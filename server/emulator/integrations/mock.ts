import type { Integration, IntegrationResponse } from '../../../core/api.ts';
import type { Call, Failure, Outcome } from './integration.ts';
import { chooseTemplate, hasDirectives } from './template.ts';

/**
 * MOCK: the request template gives a status, the status selects the integration response, its template is the body.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-responses.html
 */
export function mock(call: Call): Outcome {
  const { integration } = call.route;
  if (!integration) return failure(500, 'Internal server error');
  const template = requestTemplate(call, integration);
  if (template === undefined) return failure(415, 'Unsupported Media Type');
  const status = statusOf(call, template);
  if (status === undefined) return failure(500, 'Internal server error');

  const response = responseFor(integration.responses, String(status));
  // A message on a one-way route is answered by nothing, so it needs no integration response.
  if (!response && (call.route.twoWay || call.eventType === 'CONNECT')) {
    const text = `No integration response matches the status ${status}`;
    call.step({ name: 'integration response', text, ok: false });
    return failure(500, 'Internal server error');
  }
  const body = response ? responseBody(call, response) : '';
  return { kind: 'answer', status, headers: [], body };
}

function requestTemplate(call: Call, integration: Integration): string | undefined {
  const { template, name } = chooseTemplate(
    integration.templateSelectionExpression?.value,
    integration.requestTemplates,
    call.message,
  );
  const none = Object.keys(integration.requestTemplates).length === 0;
  const passes =
    integration.passthroughBehavior !== 'NEVER' &&
    (none || integration.passthroughBehavior !== 'WHEN_NO_TEMPLATES');
  const request = template ?? (passes ? call.message : undefined);
  const text =
    template !== undefined
      ? `MOCK, request template ${name}`
      : passes
        ? 'MOCK, message passed through'
        : `MOCK, no request template for ${name}`;
  call.step({ name: 'integration request', text, detail: request ?? '', ok: request !== undefined });
  return request;
}

function statusOf(call: Call, template: string): number | undefined {
  const status = /["']?statusCode["']?\s*:\s*"?(\d{3})\b/.exec(template)?.[1];
  if (status !== undefined) return Number(status);
  call.step({ name: 'integration request', text: 'The request template gives no statusCode', ok: false });
  call.run.tell(
    'warning',
    `The MOCK integration of ${call.route.routeKey} needs a request template such as {"statusCode":200}.`,
    call.api,
  );
  return undefined;
}

function responseFor(
  responses: readonly IntegrationResponse[],
  status: string,
): IntegrationResponse | undefined {
  return (
    responses.find(({ integrationResponseKey: key }) => key !== '$default' && matches(key, status)) ??
    responses.find(({ integrationResponseKey: key }) => key === '$default')
  );
}

/** `/regex/` must match the whole status. */
function matches(key: string, status: string): boolean {
  try {
    return new RegExp(`^(?:${key.replace(/^\/(.*)\/$/s, '$1')})$`).test(status);
  } catch {
    return false;
  }
}

function responseBody(call: Call, response: IntegrationResponse): string {
  const { template = '' } = chooseTemplate(
    response.templateSelectionExpression?.value,
    response.responseTemplates,
    call.message,
  );
  if (hasDirectives(template))
    call.run.tell(
      'warning',
      `The response template of ${call.route.routeKey} is sent as written: mapping templates are not run yet.`,
      call.api,
    );
  const text = `Integration response ${response.integrationResponseKey}`;
  call.step({ name: 'integration response', text, detail: template, ok: true });
  return template;
}

function failure(status: number, message: Failure['message']): Failure {
  return { kind: 'failure', status, message };
}
