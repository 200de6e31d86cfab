import { reloadOnce } from '../reload/reload-once.ts';
import { orNothing } from './or-nothing.ts';

/** A sheet that could not be loaded is missing, empty, or refuses to show its rules. */
const hasRules = ({ sheet }: HTMLLinkElement): boolean =>
  orNothing(() => sheet !== null && sheet.cssRules.length > 0) ?? false;

export const reloadWithoutSheet = (): void => {
  const link = document.querySelector<HTMLLinkElement>('link[rel=stylesheet]');
  if (link !== null && !hasRules(link)) reloadOnce(link.href);
};
