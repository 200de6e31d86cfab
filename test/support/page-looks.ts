/**
 * In which languages, looks and widths a page is tested: in `npm run test:pages` in all of them, in
 * `npm test` in some, so that each language and look meets each width over the states of a page.
 */
import { languages } from '../../shared/domain/text/language.ts';
import { pageStyles } from '../../shared/page/mode.ts';

export const isEveryLook = process.env['PAGES'] === 'every';

/** The first is the width of a phone whose reader has doubled the size of everything. */
const widths = isEveryLook ? [320, 360, 768, 1280] : [320, 1280];

const every = languages.flatMap((lang) =>
  pageStyles.flatMap((style) => widths.map((width) => ({ lang, style, width }))),
);

/** Has no divisor in common with the number of looks: turns one after the other differ most. */
const step = 5;

/** The looks of the state with this number, a half of them in each language. */
export const looksOf = (turn: number): typeof every => {
  const half = every.length / languages.length;
  const first = (turn * step) % every.length;
  return isEveryLook ? every : every.filter((_, place) => (place - first) % half === 0);
};
