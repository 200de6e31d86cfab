/** Markup that is safe to insert into a page. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | readonly Html[] | undefined;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Browsers in apps, which render some of the templates themselves, know no `replaceAll`. */
const escapeHtml = (text: string): string =>
  // oxlint-disable-next-line unicorn/prefer-string-replace-all
  text.replace(/[&<>"']/g, (found) => escapes[found] ?? '');

const isHtml = (part: Part): part is Html => typeof part === 'object' && 'markup' in part;

const renderPart = (part: Part): string => {
  if (part === undefined) return '';
  if (isHtml(part)) return part.markup;
  if (typeof part === 'object') return part.map(({ markup }) => markup).join('');
  return escapeHtml(String(part));
};

/**
 * Builds markup from a template. Inserted texts are escaped, unless they are markup made the same
 * way.
 */
export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: fixed.map((text, index) => text + renderPart(parts[index])).join(''),
});
