/**
 * The text that a snippet of VS Code gives while nobody types anything into its placeholders.
 * https://code.visualstudio.com/docs/editing/userdefinedsnippets#_grammar
 */
export function expandSnippet(body: readonly string[]): string {
  const defaults = new Map<string, string>();
  return body
    .join('\n')
    .replaceAll(
      /\\([$}\\])|\$\{(\d+):([^{}]*)\}|\$\{(\d+)\|([^,|]*)[^}]*\|\}|\$\{?(\d+)\}?/g,
      (_, escaped?: string, named = '', text?: string, chosen = '', choice?: string, again = '') => {
        if (escaped !== undefined) return escaped;
        const value = text ?? choice ?? defaults.get(again) ?? '';
        defaults.set(named || chosen || again, value);
        return value;
      },
    );
}
