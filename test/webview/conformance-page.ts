import { predictRoute } from '../../client/webview/composer/predict-route.ts';
import type { Prediction } from '../../client/webview/composer/predict-route.ts';
import { compileRoutes } from '../../core/routing/select-route.ts';
import type { RouteRow } from '../conformance/rows.ts';

declare global {
  interface Window {
    /** What the composer says of each row. */
    predictRows(rows: readonly RouteRow[]): readonly Prediction[];
  }
}

window.predictRows = (rows) =>
  rows.map(({ expression, routes, payload }) => predictRoute(compileRoutes(expression, routes), payload));
