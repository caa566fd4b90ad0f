import type { Api, Route } from '../../../core/api.ts';
import type { Span } from '../../../core/span.ts';
import type { Edit } from '../rules/rule.ts';

/** What navigation and refactorings know of a kind of definition: how it names its parts, and how it writes new ones. */
export interface Dialect {
  /** Where the text refers to a part; each span holds the name alone. Comments are left out. */
  readonly references: (text: string, logicalId: string, part: Span) => readonly Span[];
  /** The name as the definition itself writes it; the logical id unless told. */
  readonly nameOf?: (logicalId: string) => string;
  /** What a new name must be; absent where parts cannot be renamed. */
  readonly newName?: RegExp;
  /** A free name for a new route; absent where routes have no names. */
  readonly routeName?: (routeKey: string, text: string) => string;
  /** Whether a route's definition makes others, too, so that a copy of it would as well. */
  readonly makesSeveral?: (route: Route) => boolean;
  /** Lines of a route that a copy of it must not have. */
  readonly onlyOneRoute?: RegExp;
  /** The edits that give an API a route that runs what there is, where there is no route to copy. */
  readonly firstRoute?: (api: Api, text: string, routeKeys: readonly string[]) => readonly Edit[] | undefined;
  /** The edits that let a route's client get the integration's answer. */
  readonly twoWay?: (api: Api, route: Route, text: string) => readonly Edit[] | undefined;
  /** The edits that declare a request parameter, `route.request.querystring.name`, of a route. */
  readonly requestParameter?: (
    api: Api,
    route: Route,
    parameter: string,
    text: string,
  ) => readonly Edit[] | undefined;
  /** Routes are items of lists between commas, in every file of the format. */
  readonly withCommas?: true;
  /** `${` begins something else in every text of the format, so expressions must not have braces. */
  readonly withoutBraces?: true;
}
