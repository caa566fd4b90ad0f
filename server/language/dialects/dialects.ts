import type { FormatName } from '../../../core/api.ts';
import { architect } from './architect.ts';
import { awsCli } from './aws-cli.ts';
import { cdkPython, cdkScript } from './cdk.ts';
import { cloudFormation, samWebSocketApi } from './cloudformation.ts';
import type { Dialect } from './dialect.ts';
import { plainNames } from './plain-names.ts';
import { serverless, serverlessScript } from './serverless.ts';
import { terraform, terraformJson } from './terraform.ts';

const dialects: Partial<Readonly<Record<FormatName, Dialect>>> = {
  'sam-yaml': cloudFormation,
  'sam-json': cloudFormation,
  'sam-websocketapi': samWebSocketApi,
  'cfn-yaml': cloudFormation,
  'cfn-json': cloudFormation,
  'serverless-yml': serverless,
  'serverless-json': serverless,
  'serverless-ts': serverlessScript,
  architect,
  terraform,
  'terraform-json': terraformJson,
  'aws-cli': awsCli,
  'cdk-ts': cdkScript,
  'cdk-js': cdkScript,
  'cdk-py': cdkPython,
};

/** How a format names and writes parts; of one that has no dialect yet, by names that are whole words. */
export function dialectOf(format: FormatName): Dialect {
  return dialects[format] ?? plainNames;
}
