const radiosOf = (form: HTMLFormElement): NodeListOf<HTMLInputElement> =>
  form.querySelectorAll<HTMLInputElement>('input[name=level]');

export const chosenLevel = (form: HTMLFormElement): string | undefined =>
  Array.from(radiosOf(form)).find(({ checked }) => checked)?.value;

export const reasonsOf = (form: HTMLFormElement, level: string): HTMLElement | null =>
  form.querySelector<HTMLElement>(`.reasons[data-level="${level}"]`);

/** Reasons belong to one level: those of another one are cleared, everything else stays. */
const clearOtherReasons = (form: HTMLFormElement, level: string): void => {
  const others = form.querySelectorAll<HTMLInputElement>(
    `.reasons:not([data-level="${level}"]) input`,
  );
  for (const box of Array.from(others)) box.checked = false;
};

/** For browsers whose style sheets cannot tell which level is chosen. */
const showLevel = (form: HTMLFormElement): void => {
  const level = chosenLevel(form);
  if (level === undefined) return;
  form.dataset['level'] = level;
  form.toggleAttribute('data-bad', reasonsOf(form, level)?.dataset['required'] !== undefined);
};

export const watchLevel = (form: HTMLFormElement): void => {
  showLevel(form);
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'level') return;
    clearOtherReasons(form, target.value);
    showLevel(form);
  });
};
