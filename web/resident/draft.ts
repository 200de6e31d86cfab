/** What was entered and not sent yet, kept for this tab. */
import { orNothing } from './or-nothing.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

const fieldsOf = (form: HTMLFormElement): readonly Field[] =>
  Array.from(form.querySelectorAll<Field>('input:not([type=hidden]), textarea'));

const isChoice = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox');

const valueOf = (field: Field): boolean | string => (isChoice(field) ? field.checked : field.value);

const setValue = (field: Field, value: boolean | string | undefined): void => {
  if (isChoice(field)) field.checked = value === true;
  else if (typeof value === 'string') field.value = value;
};

export const keepDraft = (name: string, form: HTMLFormElement): void =>
  orNothing(() => {
    const values = Object.fromEntries(fieldsOf(form).map((field) => [field.id, valueOf(field)]));
    sessionStorage.setItem(name, JSON.stringify(values));
  });

/** A form with faults already shows what was entered. */
export const restoreDraft = (name: string, form: HTMLFormElement): void =>
  orNothing(() => {
    const kept = sessionStorage.getItem(name);
    if (kept === null || document.querySelector('.faults') !== null) return;
    const values = JSON.parse(kept) as Record<string, boolean | string>;
    for (const field of fieldsOf(form)) setValue(field, values[field.id]);
  });

export const dropDraft = (name: string): void => orNothing(() => sessionStorage.removeItem(name));
