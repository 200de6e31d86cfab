/** How names and numbers of people are shown to those who have no reason to know them. */

/** Always two stars, so that the length reveals nothing. */
const HIDDEN = '**';

const SHORT_ORGANISATION = 5;

/** 张三丰 and 张三 become 张**; an empty name becomes two stars. */
const maskPersonName = (name: string): string => {
  const [first = ''] = name.trim();
  return first + HIDDEN;
};

/** Keeps the first and last two characters; with five or fewer characters only the first. */
const maskOrganisationName = (name: string): string => {
  const characters = Array.from(name.trim());
  if (characters.length <= SHORT_ORGANISATION) return (characters[0] ?? '') + HIDDEN;
  return characters.slice(0, 2).join('') + HIDDEN + characters.slice(-2).join('');
};

export const maskName = (name: string, kind: 'person' | 'organisation'): string =>
  kind === 'person' ? maskPersonName(name) : maskOrganisationName(name);

/** 13812341234 becomes 138****1234; anything other than eleven digits is masked completely. */
export const maskMobile = (mobile: string): string =>
  /^\d{11}$/.test(mobile) ? `${mobile.slice(0, 3)}****${mobile.slice(-4)}` : '****';
