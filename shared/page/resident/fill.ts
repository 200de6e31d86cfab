/** Inserts values into the `{name}` places of a text. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  // oxlint-disable-next-line unicorn/prefer-string-replace-all -- unknown to browsers in apps
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
