import type { Page } from 'playwright-core';
import themes from './themes.json' with { type: 'json' };

/** The themes of VS Code, one of each kind, as they were in a real webview. */
export const themeNames = Object.keys(themes) as ThemeName[];

export type ThemeName = keyof typeof themes;

/** Gives the page a theme's variables and class, as VS Code does when a person changes the theme. */
export async function dress(page: Page, name: ThemeName): Promise<void> {
  await page.evaluate(({ bodyClass, variables }) => {
    const { style } = document.documentElement;
    for (const property of Array.from(style)) style.removeProperty(property);
    for (const [property, value] of Object.entries(variables)) style.setProperty(property, value);
    document.body.className = bodyClass;
  }, themes[name]);
}
