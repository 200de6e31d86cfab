import type { Doubt, Part } from '../../../shared/domain/rating/doubt.ts';
import { levelPressed } from '../../../shared/domain/rating/level-pressed.ts';
import type { Level } from '../../../shared/domain/rating/level.ts';
import type { RatingDraft } from '../../../shared/domain/rating/rating.ts';
import { valuesOf } from '../../../shared/domain/text/members-twice.ts';
import { sentOf } from '../../../shared/domain/text/sent-value.ts';
import { wordsIn } from '../../../shared/domain/text/words-in.ts';
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

/** Of words that came more than once all are kept, each on a line of its own; of a list all that is in it. */
const readTexts = (sent: readonly unknown[], isDamaged: boolean): Part<string | undefined> => {
  const given = sent.map((one) => (typeof one === 'number' ? String(one) : one));
  const texts = given.map((one) => (typeof one === 'string' ? one : wordsIn(one)));
  const isOther = given.some((one) => typeof one !== 'string');
  const { value, doubts } = readText([...new Set(texts)].join('\n'), isDamaged);
  return {
    value: texts.length === 0 ? undefined : value,
    doubts: [...(isOther ? [{ code: 'words_in_other_form' as const }] : []), ...doubts],
  };
};

/** A statement that cannot be read is no consent, and of several each has to be one. */
const readConsent = (sent: readonly unknown[]): Part<boolean> => ({
  value: sent.length > 0 && sent.every((one) => one === true),
  doubts: sent
    .filter((one) => typeof one !== 'boolean')
    .map((one) => ({ code: 'consent_unreadable' as const, sent: sentOf(one) })),
});

/** A level is never guessed, and of several none is chosen; one in a list alone is certain. */
export const readLevel = (kept: Members): Level | undefined => {
  const all = sentUnder(kept, 'level').flatMap((one): readonly unknown[] =>
    Array.isArray(one) ? one : [one],
  );
  const [level, ...others] = new Set(all.map(levelPressed));
  return others.length === 0 ? level : undefined;
};

/** Reads the level, or takes what two persons stated where it cannot be read. */
const levelIn = (kept: Members, stated: Level | undefined): Part<Level | undefined> => {
  const level = readLevel(kept);
  if (level !== undefined || stated === undefined) return { value: level, doubts: [] };
  const [sent, ...others] = sentUnder(kept, 'level').map(sentOf);
  const doubt = { code: 'level_stated' as const, sent: others.length === 0 ? sent : undefined };
  return { value: stated, doubts: [doubt] };
};

const marked = ['level', 'tags', 'text', 'contactConsent', 'token', 'ratedAt'] as const;

const twiceIn = (kept: Members): readonly Doubt[] =>
  marked.flatMap((name) =>
    valuesOf(kept, name) === undefined ? [] : [{ code: 'member_twice' as const, sent: name }],
  );

/**
 * Reads what a resident said in a rating that was refused. Undefined without a level, unless two
 * persons stated it. Everything else that cannot be read is left out and named among the doubts.
 */
export const readWords = (
  kept: Members,
  { isDamaged, stated }: { readonly isDamaged: boolean; readonly stated: Level | undefined },
): { readonly draft: RatingDraft; readonly doubts: readonly Doubt[] } | undefined => {
  const { value: level, doubts } = levelIn(kept, stated);
  if (level === undefined) return undefined;
  const [tags, text, consent] = [
    readTags(sentUnder(kept, 'tags')),
    readTexts(sentUnder(kept, 'text'), isDamaged),
    readConsent(sentUnder(kept, 'contactConsent')),
  ];
  return {
    draft: { level, tags: tags.value, text: text.value, contactConsent: consent.value },
    doubts: [...doubts, ...twiceIn(kept), ...tags.doubts, ...text.doubts, ...consent.doubts],
  };
};
