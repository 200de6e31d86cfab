/** The field, or the first choice of the group, that a link of the error summary names. */
const fieldOf = (link: HTMLAnchorElement): HTMLElement | null =>
  document.getElementById(decodeURIComponent(link.hash.slice(1)));

/** The label or the legend: without it in sight, a reader does not know what the field asks. */
const wordsOf = (field: HTMLElement): Element =>
  field.closest('fieldset')?.querySelector('legend') ??
  document.querySelector(`label[for="${CSS.escape(field.id)}"]`) ??
  field;

const showField = (event: Event): void => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const field = link === null ? null : fieldOf(link);
  if (field === null) return;
  event.preventDefault();
  wordsOf(field).scrollIntoView();
  field.focus({ preventScroll: true });
};

/**
 * The error summary takes the focus when a page with faults is shown, and its links lead to the
 * fields. Without this script they are plain links.
 */
export const startErrorSummary = (): void => {
  const summary = document.querySelector<HTMLElement>('.faults');
  if (summary === null) return;
  summary.tabIndex = -1;
  summary.focus();
  summary.addEventListener('click', showField);
};
