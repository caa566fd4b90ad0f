import type { Stage } from '../../api.ts';
import { written } from '../written.ts';
import type { Field, Fields } from './fields.ts';
import type { Instance } from './instances.ts';
import { plainOf, readerOf } from './reader.ts';
import type { Resources } from './resources.ts';
import { partOf } from './routes.ts';
import { asText, contentOf, displayOf, placedText, stringOf, type Value } from './value.ts';
import type { Text } from '../../text.ts';
import { writtenProperties } from './written-properties.ts';

/** The stage that an `aws_apigatewayv2_stage` defines. */
export function readStage({ span, fields }: Instance, resources: Resources): Stage {
  const reader = readerOf(fields);
  const settings = fields.inside('route_settings');
  const [logs] = fields.inside('access_log_settings');
  return {
    ...stageName(fields.get('name')),
    span,
    variables: reader.strings('stage_variables') ?? {},
    ...written({
      autoDeploy: reader.boolean('auto_deploy'),
      deployment: partOf('aws_apigatewayv2_deployment', reader.references('deployment_id'), resources),
      routeSettings: settings.length > 0 ? routeSettings(settings) : undefined,
      routeSettingKeys:
        settings.length > 0 ? settings.flatMap((one) => readerOf(one).text('route_key') ?? []) : undefined,
      accessLogDestination: logs && displayedText(readerOf(logs).value('destination_arn')),
    }),
    properties: writtenProperties(fields, { name: 'StageName' }),
  };
}

/** The name, and the variable that gives it, if that has a default. */
export function stageName(field: Field | undefined): Pick<Stage, 'name' | 'ref'> {
  const value = field?.value();
  const name = stringOf(value);
  const { expression } = field?.written ?? {};
  const isVariable =
    expression?.kind === 'attribute' && expression.of.kind === 'name' && expression.of.name === 'var';
  const ref = isVariable && name !== undefined ? `var.${expression.name}` : undefined;
  return { name: name ?? displayOf(value) ?? '', ...written({ ref }) };
}

/** By route key. */
function routeSettings(settings: readonly Fields[]): Record<string, unknown> {
  return Object.fromEntries(
    settings.map((one) => [
      readerOf(one).string('route_key') ?? '',
      Object.fromEntries(
        one
          .names()
          .filter((name) => name !== 'route_key')
          .map((name) => [name, plainOf(readerOf(one).value(name))]),
      ),
    ]),
  );
}

/** A text with its place, references as they are displayed. */
export function displayedText(value: Value | undefined): Text | undefined {
  const known = placedText(value);
  const text = asText(value);
  if (known || !text) return known;
  const { value: content = '', offsets = [] } = contentOf(text) ?? {};
  const { inner: span, spelling } = text;
  return {
    value: content,
    span,
    spelling,
    offsets: offsets.map((offset) => Math.min(Math.max(offset, span.start), span.end)),
  };
}
