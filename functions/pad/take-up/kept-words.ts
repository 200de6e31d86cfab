import type { Doubt, Part } from '../../../shared/domain/rating/doubt.ts';
import { levelPressed } from '../../../shared/domain/rating/level-pressed.ts';
import type { Level } from '../../../shared/domain/rating/level.ts';
import type { RatingDraft } from '../../../shared/domain/rating/rating.ts';
import { valuesOf } from '../../../shared/domain/text/members-twice.ts';
import { sentOf } from '../../../shared/domain/text/sent-value.ts';
import type { Members } from '../read-rating.ts';

/** A rating names this many values that are no tags. */
const mostNamed = 20;

/** No code of an indicator is longer. */
const longestTag = 64;

/** Returns what came under a name, once or more often. */
const sentUnder = (members: Members, name: string): readonly unknown[] =>
  (valuesOf(members, name) ?? [members[name]]).filter(
    (value) => value !== undefined && value !== null,
  );

const isTag = (one: unknown): one is string =>
  typeof one === 'string' && one !== '' && one.length <= longestTag && one.isWellFormed();

const readTags = (sent: readonly unknown[]): Part<readonly string[]> => {
  const all = sent.flatMap((one): readonly unknown[] => (Array.isArray(one) ? one : [one]));
  const codes = all.filter(isTag);
  const repeated = new Set(codes.filter((code, index) => codes.indexOf(code) !== index));
  const others = new Set(all.filter((one) => !isTag(one)).map(sentOf));
  return {
    value: [...new Set(codes)],
    doubts: [
      ...[...repeated].map((code) => ({ code: 'duplicate_indicator' as const, sent: code })),
      ...[...others]
        .slice(0, mostNamed)
        .map((one) => ({ code: 'unreadable_indicator' as const, sent: one })),
    ],
  };
};

const readText = (text: string, isDamaged: boolean): Part<string> => {
  const isLost = isDamaged && text.includes('\uFFFD');
  const doubts: readonly Doubt[] =
    isLost || !text.isWellFormed() ? [{ code: 'words_damaged' }] : [];
  return { value: text.toWellFormed(), doubts };
};

/** Of words that came more than once all are kept, each on a line of its own. */
const readTexts = (sent: readonly unknown[], isDamaged: boolean): Part<string | undefined> => {
  const given = sent.map((one) => (typeof one === 'number' ? String(one) : one));
  const texts = given.filter((one) => typeof one === 'string');
  const isUnread = texts.length < given.length;
  const { value, doubts } = readText([...new Set(texts)].join('\n'), isDamaged);
  return {
    value: texts.length === 0 ? undefined : value,
    doubts: [...(isUnread ? [{ code: 'words_unreadable' as const }] : []), ...doubts],
  };
};

/** A statement that cannot be read is no consent, and of several each has to be one. */
const readConsent = (sent: readonly unknown[]): Part<boolean> => ({
  value: sent.length > 0 && sent.every((one) => one === true),
  doubts: sent
    .filter((one) => typeof one !== 'boolean')
    .map((one) => ({ code: 'consent_unreadable' as const, sent: sentOf(one) })),
});

/** A level is never guessed, and of several none is chosen. */
const readLevel = (sent: readonly unknown[]): Level | undefined => {
  const [level, ...others] = new Set(sent.map(levelPressed));
  return others.length === 0 ? level : undefined;
};

const marked = ['level', 'tags', 'text', 'contactConsent', 'token', 'ratedAt'] as const;

const twiceIn = (kept: Members): readonly Doubt[] =>
  marked.flatMap((name) =>
    valuesOf(kept, name) === undefined ? [] : [{ code: 'member_twice' as const, sent: name }],
  );

/**
 * Reads what a resident said in a rating that was refused. Undefined without a level. Everything else
 * that cannot be read is left out and named among the doubts.
 */
export const readWords = (
  kept: Members,
  isDamaged: boolean,
): { readonly draft: RatingDraft; readonly doubts: readonly Doubt[] } | undefined => {
  const level = readLevel(sentUnder(kept, 'level'));
  if (level === undefined) return undefined;
  const [tags, text, consent] = [
    readTags(sentUnder(kept, 'tags')),
    readTexts(sentUnder(kept, 'text'), isDamaged),
    readConsent(sentUnder(kept, 'contactConsent')),
  ];
  return {
    draft: { level, tags: tags.value, text: text.value, contactConsent: consent.value },
    doubts: [...twiceIn(kept), ...tags.doubts, ...text.doubts, ...consent.doubts],
  };
};
