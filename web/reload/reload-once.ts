import { orNothing } from '../resident/or-nothing.ts';

const NAME = 'reloaded-for';

/** The answer to a form is not loaded again: that would ask its reader to send the form again. */
const mayReload = (): boolean => document.querySelector('.faults') === null;

/**
 * Loads the page again because one of its parts is gone, as after a deployment; once for each part,
 * so that a part that stays away leaves a page that works without it.
 */
export const reloadOnce = (part: string): void =>
  orNothing(() => {
    if (!mayReload() || sessionStorage.getItem(NAME) === part) return;
    sessionStorage.setItem(NAME, part);
    location.reload();
  });
