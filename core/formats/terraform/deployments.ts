import type { Deployment } from '../../api.ts';
import { insideOf } from '../../syntax/hcl-walk.ts';
import type { HclExpression } from '../../syntax/hcl-tree.ts';
import { evaluate } from './evaluate.ts';
import type { Instance } from './instances.ts';
import type { Resources } from './resources.ts';
import type { Scope } from './scope.ts';
import { referencesOf, type Reference } from './value.ts';
import { writtenProperties } from './written-properties.ts';

/** The deployment that an `aws_apigatewayv2_deployment` defines: it waits for `depends_on`, and is made anew with `triggers`. */
export function readDeployment({ logicalId, span, fields }: Instance, resources: Resources): Deployment {
  const referred = ['depends_on', 'triggers'].flatMap((name) => {
    const { expression, scope } = fields.get(name)?.written ?? {};
    return expression && scope ? addressesIn(expression, scope) : [];
  });
  const dependsOn = referred.flatMap((reference) =>
    reference === 'files' ? resources.all : resources.named(reference),
  );
  return {
    logicalId,
    span,
    dependsOn: [...new Set(dependsOn.filter(isOfApi).map((one) => one.logicalId))],
    properties: writtenProperties(fields),
  };
}

function isOfApi({ type }: Instance): boolean {
  return type.startsWith('aws_apigatewayv2_');
}

/** What an expression refers to, however deep; `files` for a digest of files, which changes with everything. */
function addressesIn(expression: HclExpression, scope: Scope): (Reference | 'files')[] {
  if (expression.kind === 'call' && expression.name.startsWith('file')) return ['files'];
  if (expression.kind === 'attribute' || expression.kind === 'name' || expression.kind === 'index') {
    return referencesOf(evaluate(expression, scope));
  }
  return insideOf(expression).flatMap((one) => addressesIn(one, scope));
}
