/** The faults that the page finds by itself, shown as the server shows them. */
import { startErrorSummary } from './error-summary.ts';
import { chosenLevel, reasonsOf } from './level-choice.ts';

interface Fault {
  readonly words: string;
  readonly field: HTMLElement;
}

const textOf = (form: HTMLFormElement): string =>
  form.querySelector<HTMLTextAreaElement>('textarea')?.value.trim() ?? '';

const missingReason = (form: HTMLFormElement, level: string): HTMLElement | undefined => {
  const reasons = reasonsOf(form, level);
  if (reasons?.dataset['required'] === undefined || textOf(form) !== '') return undefined;
  const boxes = Array.from(reasons.querySelectorAll<HTMLInputElement>('input'));
  return boxes.some(({ checked }) => checked) ? undefined : boxes[0];
};

export const findFault = (form: HTMLFormElement): Fault | undefined => {
  const level = chosenLevel(form);
  if (level === undefined) {
    const first = form.querySelector<HTMLElement>('input[name=level]');
    return first === null ? undefined : { words: form.dataset['levelMissing'] ?? '', field: first };
  }
  const reason = missingReason(form, level);
  return reason && { words: form.dataset['reasonMissing'] ?? '', field: reason };
};

const element = (name: string, words: string, className = ''): HTMLElement => {
  const made = document.createElement(name);
  made.textContent = words;
  made.className = className;
  return made;
};

const summaryOf = (form: HTMLFormElement, { words, field }: Fault): HTMLElement => {
  const link = document.createElement('a');
  link.href = `#${field.id}`;
  link.textContent = words;
  const item = document.createElement('li');
  item.append(link);
  const list = document.createElement('ul');
  list.append(item);
  const summary = element('div', '', 'faults');
  summary.setAttribute('role', 'alert');
  summary.append(element('h2', form.dataset['faultHeading'] ?? ''), list);
  return summary;
};

const prefixOf = (form: HTMLFormElement): string => form.dataset['faultTitle'] ?? '';

export const dropFaults = (form: HTMLFormElement): void => {
  const prefix = prefixOf(form);
  if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
  for (const shown of Array.from(document.querySelectorAll('.faults, .fault'))) shown.remove();
};

/** A fault goes as soon as it is repaired, or has become another one. */
export const dropRepaired = (form: HTMLFormElement): void => {
  const shown = document.querySelector('.faults li');
  if (shown !== null && shown.textContent?.trim() !== findFault(form)?.words) dropFaults(form);
};

export const showFault = (form: HTMLFormElement, fault: Fault): void => {
  dropFaults(form);
  const words = element('p', fault.words, 'fault');
  words.id = 'fault';
  const group = fault.field.closest('fieldset');
  group?.querySelector('legend')?.after(words);
  group?.setAttribute('aria-describedby', words.id);
  document.querySelector('main')?.prepend(summaryOf(form, fault));
  document.title = `${prefixOf(form)}${document.title}`;
  startErrorSummary();
};
