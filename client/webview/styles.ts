import { baseStyle } from './base-style.ts';
import { composerStyle } from './composer/composer-view.ts';
import { connectionsStyle } from './connections/connections-view.ts';
import { controlsStyle } from './controls/controls-style.ts';
import { detailsStyle } from './details/details-view.ts';
import { traceStyle } from './details/trace-view.ts';
import { headerStyle } from './header/header-view.ts';
import { noticesStyle } from './header/notices-view.ts';
import { pageStyle } from './page-view.ts';
import { rowStyle } from './traffic/row-view.ts';
import { toolbarStyle } from './traffic/toolbar-view.ts';
import { trafficStyle } from './traffic/traffic-view.ts';

/** Gives the document the styles of every part; constructed sheets pass the strictest content security policy. */
export function adoptStyles(document: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    [
      baseStyle,
      controlsStyle,
      pageStyle,
      headerStyle,
      noticesStyle,
      connectionsStyle,
      composerStyle,
      trafficStyle,
      toolbarStyle,
      rowStyle,
      detailsStyle,
      traceStyle,
    ].join('\n'),
  );
  document.adoptedStyleSheets.push(sheet);
}
