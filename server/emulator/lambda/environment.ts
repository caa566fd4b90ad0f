import type { LambdaFunction } from '../../../core/api.ts';
import { functionLimits } from '../limits.ts';
import { region } from '../running-api.ts';
import type { FoundCode } from './function-code.ts';

/** Of the person's own environment only what programs need to start; credentials stay out. */
const passedOn = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
];

/** The account that local functions believe to be in. */
const accountId = '123456789012';

/**
 * The environment variables of a function's process: Lambda's, then the definition's.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export function functionEnvironment(lambda: LambdaFunction, code: FoundCode): Record<string, string> {
  const name = lambda.logicalId;
  const own = Object.fromEntries(
    passedOn.flatMap((key) => (process.env[key] === undefined ? [] : [[key, process.env[key]]])),
  );
  return {
    ...own,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    ...lambda.environment,
    _HANDLER: lambda.handler?.value ?? 'index.handler',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${lambda.runtime ?? 'nodejs22.x'}`,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(lambda.memoryInMegabytes ?? functionLimits.memoryMegabytes),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'routescope',
    // Not secrets: SDKs refuse to sign without any, and the emulator accepts all.
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_SESSION_TOKEN: 'test',
    LAMBDA_TASK_ROOT: code.folder,
  };
}

/** The ARN of a function, as its context tells it. */
export function functionArn(lambda: LambdaFunction): string {
  return `arn:aws:lambda:${region}:${accountId}:function:${lambda.logicalId}`;
}
