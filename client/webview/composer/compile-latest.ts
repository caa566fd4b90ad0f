import { compileRoutes } from '../../../core/routing/select-route.ts';
import type { RouteSelector } from '../../../core/routing/select-route.ts';
import type { PanelApi } from '../../../core/contracts/panel.ts';

/** A function that makes an API's routes ready, and does so again only for another expression or other keys. */
export function compileLatest(): (api: PanelApi) => RouteSelector {
  let latest: { readonly source: string; readonly selector: RouteSelector } | undefined;
  return ({ routeSelectionExpression, routeKeys }) => {
    const source = JSON.stringify([routeSelectionExpression, routeKeys]);
    if (latest?.source !== source)
      latest = { source, selector: compileRoutes(routeSelectionExpression, routeKeys) };
    return latest.selector;
  };
}
