import { caseMismatch } from './case-mismatch.ts';
import { duplicateRoute } from './duplicate-route.ts';
import { malformedExpression } from './malformed-expression.ts';
import { missingDefaultRoute } from './missing-default-route.ts';
import { missingDollar } from './missing-dollar.ts';
import { noSampleMatches } from './no-sample-matches.ts';
import { quotedExpression } from './quoted-expression.ts';
import { reservedRouteKey } from './reserved-route-key.ts';
import type { Rule } from './rule.ts';
import { subNeedsEscape } from './sub-needs-escape.ts';
import { unknownVariable } from './unknown-variable.ts';

/** Every diagnostic of the editor and of `routescope check`. */
export const rules: readonly Rule[] = [
  malformedExpression,
  unknownVariable,
  noSampleMatches,
  caseMismatch,
  missingDefaultRoute,
  duplicateRoute,
  reservedRouteKey,
  subNeedsEscape,
  quotedExpression,
  missingDollar,
];
