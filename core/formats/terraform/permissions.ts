import type { Permission } from '../../api.ts';
import { written } from '../written.ts';
import { arnOf } from './arns.ts';
import { isFunction } from './functions.ts';
import type { Instance } from './instances.ts';
import { readerOf } from './reader.ts';
import type { Resources } from './resources.ts';
import { lambdaTarget } from './targets.ts';
import { writtenProperties } from './written-properties.ts';

/** Who may call the functions, as far as that can be API Gateway. */
export function readPermissions(resources: Resources): Permission[] {
  const written = resources
    .ofType('aws_lambda_permission')
    .map((instance) => readPermission(instance, resources))
    .filter(({ principal }) => principal === undefined || /apigateway|^\*$/.test(principal));
  return [...written, ...resources.ofType('module').flatMap((one) => triggersOf(one, resources))];
}

function readPermission({ logicalId, span, fields }: Instance, resources: Resources): Permission {
  const reader = readerOf(fields);
  return {
    logicalId,
    span,
    ...written({
      function: functionNamed(fields, resources),
      principal: reader.string('principal'),
      sourceArn: arnOf(reader.value('source_arn'), resources),
    }),
    properties: writtenProperties(fields),
  };
}

/** By reference, or by the same name as is written in the function. */
function functionNamed(fields: Instance['fields'], resources: Resources): string | undefined {
  const target = lambdaTarget(fields.get('function_name'), resources);
  if (target.kind === 'lambda' && target.arn === undefined) return target.ref;
  const name = readerOf(fields).display('function_name');
  const named = resources.all.find(
    (one) => isFunction(one) && readerOf(one.fields).display('function_name') === name,
  );
  return named?.logicalId ?? name;
}

/** What the community's module for functions calls `allowed_triggers`. */
function triggersOf(instance: Instance, resources: Resources): Permission[] {
  if (!isFunction(instance)) return [];
  return instance.fields.inside('allowed_triggers').flatMap((triggers) =>
    triggers.names().flatMap((name) =>
      triggers.inside(name).map((trigger): Permission => {
        const reader = readerOf(trigger);
        const service = reader.string('service');
        return {
          logicalId: `${instance.logicalId}.${name}`,
          span: triggers.get(name)?.span ?? instance.span,
          function: instance.logicalId,
          ...written({
            principal: reader.string('principal') ?? (service && `${service}.amazonaws.com`),
            sourceArn: arnOf(reader.value('source_arn'), resources),
          }),
        };
      }),
    ),
  );
}
