import type { LambdaFunction } from '../../api.ts';
import { written } from '../written.ts';
import { codeOf } from './function-code.ts';
import type { Instance } from './instances.ts';
import { localText } from './local-text.ts';
import { readerOf } from './reader.ts';
import type { Resources } from './resources.ts';
import { stringOf } from './value.ts';
import { writtenProperties } from './written-properties.ts';

/** Whether something is a function, or the community's module that makes one. */
export function isFunction({ type, fields }: Instance): boolean {
  if (type === 'aws_lambda_function') return true;
  const source = type === 'module' ? readerOf(fields).string('source') : undefined;
  return source !== undefined && /lambda/i.test(source) && fields.get('handler') !== undefined;
}

/** The Lambda functions of a module. */
export function readFunctions(resources: Resources): LambdaFunction[] {
  return resources.all.filter(isFunction).map((instance) => readFunction(instance, resources));
}

function readFunction(instance: Instance, resources: Resources): LambdaFunction {
  const reader = readerOf(instance.fields);
  return {
    logicalId: instance.logicalId,
    span: instance.span,
    ...written({
      handler: reader.text('handler'),
      runtime: reader.string('runtime'),
      ...codeOf(instance, resources),
      timeoutInSeconds: reader.number('timeout'),
      memoryInMegabytes: reader.number('memory_size'),
    }),
    environment: environmentOf(instance, resources),
    properties: writtenProperties(instance.fields),
  };
}

function environmentOf({ fields }: Instance, resources: Resources): Record<string, string> {
  const [environment] = fields.inside('environment');
  const map =
    (environment && readerOf(environment).value('variables')) ??
    readerOf(fields).value('environment_variables');
  if (map?.kind !== 'map') return {};
  return Object.fromEntries(
    map.entries.flatMap(({ key, value }) => {
      const text = localText(value, resources);
      return text === undefined ? [] : [[stringOf(key) ?? '', text]];
    }),
  );
}
