import { orNothing } from './or-nothing.ts';

const CLOSED = 'closed';

/** A reader who has closed 页面说明 finds it closed next time, and can open it again. */
export const startHint = (): void => {
  const hint = document.querySelector<HTMLDetailsElement>('details.hint');
  if (hint === null) return;
  const name = `hint:${hint.dataset['name'] ?? ''}`;
  if (orNothing(() => localStorage.getItem(name)) === CLOSED) hint.open = false;
  hint.addEventListener('toggle', () =>
    orNothing(() =>
      hint.open ? localStorage.removeItem(name) : localStorage.setItem(name, CLOSED),
    ),
  );
};
