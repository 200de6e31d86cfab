/** Members of an entry that are lists, as one cell of a file. */
import type {
  ContactPerson,
  OfficeHours,
  RegisterEntry,
} from '../../../shared/domain/oversight/register.ts';

/** Cells are separated by semicolons, or codes also by other marks; of either width. */
const splitAt = (text: string, marks: RegExp): readonly string[] =>
  text
    .split(marks)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const readPlaces = (text: string): readonly string[] => splitAt(text, /[、,，;；\s]+/u);

const readContact = (text: string): ContactPerson | undefined => {
  const [, name, staffId] = /^(.+)\s(\S+)$/u.exec(text) ?? [];
  return name === undefined || staffId === undefined ? undefined : { name: name.trim(), staffId };
};

const dayNames = '一二三四五六日';
const nameOfDay = (day: number): string => `周${dayNames.charAt(day - 1)}`;

const dayDigit = (name: string): string =>
  name === '天' ? '7' : String(dayNames.indexOf(name) + 1);

/** `周一至周五` and `1-5` become `1-5`. */
const plainDays = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/(?:周|星期|礼拜)?([一二三四五六日天])/gu, (_all, name: string) => dayDigit(name))
    .replaceAll(/\s*(?:至|到|~|—|–)\s*/gu, '-');

const daysOf = (text: string): readonly number[] =>
  text.split(/[、,，]/u).flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
  });

const hoursForm =
  /^([1-7](?:-[1-7])?(?:[、,][1-7](?:-[1-7])?)*)\s*(\d{1,2}:\d{2})\s*-\s*(\d{1,2}:\d{2})$/;

const readHours = (text: string): OfficeHours | undefined => {
  const [, days, from, to] = hoursForm.exec(plainDays(text)) ?? [];
  if (days === undefined || from === undefined || to === undefined) return undefined;
  return { days: daysOf(days), from: from.padStart(5, '0'), to: to.padStart(5, '0') };
};

/** Reads every part, or none of them when one has another form. */
const readEach = <T>(
  text: string,
  read: (part: string) => T | undefined,
): readonly T[] | undefined => {
  const parts = splitAt(text, /[;；\n]/u).map(read);
  const found = parts.filter((part) => part !== undefined);
  return found.length === parts.length ? found : undefined;
};

/** Days that follow each other are written as a span: `周一至周三、周五`. */
const writeDays = (days: readonly number[]): string => {
  const spans: [number, number][] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] === day - 1) last[1] = day;
    else spans.push([day, day]);
  }
  return spans
    .map(([from, to]) => (from === to ? nameOfDay(from) : `${nameOfDay(from)}至${nameOfDay(to)}`))
    .join('、');
};

type Listed = 'windows' | 'terminals' | 'aliases' | 'serves' | 'contacts' | 'hours';

/** Returns the members of a cell; undefined when the cell has another form. */
export const listReaders: {
  readonly [Member in Listed]: (text: string) => RegisterEntry[Member];
} = {
  windows: readPlaces,
  terminals: readPlaces,
  aliases: readPlaces,
  serves: readPlaces,
  contacts: (text) => readEach(text, readContact),
  hours: (text) => readEach(text, readHours),
};

export const listWriters: {
  readonly [Member in Listed]: (list: NonNullable<RegisterEntry[Member]>) => string;
} = {
  windows: (codes) => codes.join('、'),
  terminals: (codes) => codes.join('、'),
  aliases: (codes) => codes.join('、'),
  serves: (codes) => codes.join('、'),
  contacts: (people) => people.map(({ name, staffId }) => `${name} ${staffId}`).join('；'),
  hours: (all) => all.map(({ days, from, to }) => `${writeDays(days)} ${from}-${to}`).join('；'),
};
