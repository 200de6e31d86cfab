/**
 * 短信模板: the text of a message with named places, as data of the policy. The link stands last,
 * where telephones recognize it, and a text names nothing else that could be followed.
 */
import * as z from 'zod/mini';

import type { MessageKind } from './kind.ts';

/** The most characters that a place is filled with. */
const longest = {
  matter: 20, // 事项名称
  department: 20, // 承办部门
  date: 11, // 12月31日17:30, 12月31日（含当日）
  link: 90, // 链接
} as const;
export type TemplatePlace = keyof typeof longest;
export type TemplateValues = Readonly<Record<TemplatePlace, string>>;

/** The places that a text of each kind may have; those of a date say what it is about. */
export const placesOf = {
  invitation: ['matter', 'department', 'link'],
  invitation_reminder: ['matter', 'department', 'date', 'link'],
  receipt: ['matter', 'department', 'date', 'link'],
  entered: ['matter', 'department', 'link'],
  receipt_again: ['matter', 'department', 'link'],
  answered: ['matter', 'department', 'date', 'link'],
  extended: ['matter', 'department', 'date', 'link'],
  hardship: ['matter', 'department', 'date', 'link'],
  dismissed: ['matter', 'department', 'link'],
  follow_up_ending: ['matter', 'department', 'date', 'link'],
  contest_received: ['matter', 'department', 'date', 'link'],
  contest_upheld: ['matter', 'department', 'link'],
  contest_rejected: ['matter', 'department', 'link'],
  contest_neither: ['matter', 'department', 'link'],
} as const satisfies Record<MessageKind, readonly TemplatePlace[]>;

const place = /\{([^{}]*)\}/g;

const isPlace = (name: string): name is TemplatePlace => Object.hasOwn(longest, name);

const shortened = (text: string, most: number): string => {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
};

/** A name in a domain, a scheme, or so many digits that they can be called. */
const leadsAway = /https?:|www\.|[a-z0-9]\.[a-z]{2,}|\d{7,}/i;

/** As it is read, whatever the width of its characters and wherever blanks and dashes stand in it. */
const asRead = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\s-]/gu, '')
    .replaceAll('。', '.');

/** A text that leads elsewhere, or asks to be called back, is what fraud looks like. */
const leadsNowhereElse = (text: string): boolean => !leadsAway.test(asRead(text));

/** The deployment signs every text. */
const isUnsigned = (text: string): boolean => !/[【】]/.test(text);

/** What stands for a name that no register of the city would have. */
const neutral = { matter: '政务服务事项', department: '承办部门' } as const;

/** A name is what a system reports: it goes to residents under the signature of the city. */
const filled = (
  name: Exclude<TemplatePlace, 'link'>,
  { [name]: value }: TemplateValues,
): string => {
  const isFit = name === 'date' || (leadsNowhereElse(value) && isUnsigned(value));
  return isFit ? shortened(value, longest[name]) : neutral[name];
};

/** Fills the places; a name that is too long is cut, a link never. */
export const fillTemplate = (template: string, values: TemplateValues): string =>
  template.replaceAll(place, (whole, name: string) => {
    if (!isPlace(name)) return whole;
    return name === 'link' ? values.link : filled(name, values);
  });

/** 短信签名: whose message it is, as the networks require it in front of every text. */
export const longestSignature = 12;

export const signText = (signature: string, text: string): string => `【${signature}】${text}`;

/** A single message holds 70 characters; the parts of a longer one hold 67 each. */
const single = 70;
const part = 67;

/** Returns how many messages a text is charged as; UTF-16 units count, as in UCS-2. */
export const segmentsOf = (text: string): number =>
  text.length <= single ? 1 : Math.ceil(text.length / part);

const longestValues = Object.fromEntries(
  Object.entries(longest).map(([name, most]) => [name, '字'.repeat(most)]),
) as TemplateValues;

export const mostSegments = 3;

const hasKnownPlaces = (template: string, kind: MessageKind): boolean => {
  const allowed: readonly string[] = placesOf[kind];
  const named = [...template.matchAll(place)].map(([, name = '']) => name);
  const rest = template.replaceAll(place, '');
  return named.every((name) => allowed.includes(name)) && !/[{}]/.test(rest);
};

const endsWithLink = (template: string): boolean =>
  template.endsWith('{link}') && template.indexOf('{link}') === template.lastIndexOf('{link}');

const segmentsAtMost = (template: string): number =>
  segmentsOf(signText('字'.repeat(longestSignature), fillTemplate(template, longestValues)));

export const templateFor = (kind: MessageKind) =>
  z.string().check(
    z.minLength(10),
    z.maxLength(200),
    z.refine((text) => text.isWellFormed(), 'half_a_character'),
    z.refine((text) => hasKnownPlaces(text, kind), 'unknown_place'),
    z.refine(endsWithLink, 'link_not_last'),
    z.refine(leadsNowhereElse, 'foreign_link'),
    z.refine(isUnsigned, 'own_signature'),
    z.refine((text) => segmentsAtMost(text) <= mostSegments, 'too_many_segments'),
  );
