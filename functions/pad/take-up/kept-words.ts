import type { Doubt, Part } from '../../../shared/domain/rating/doubt.ts';
import { levelPressed } from '../../../shared/domain/rating/level-pressed.ts';
import type { RatingDraft } from '../../../shared/domain/rating/rating.ts';
import { sentOf } from '../../../shared/domain/text/sent-value.ts';

type Members = Readonly<Record<string, unknown>>;

/** A rating names this many values that are no tags. */
const mostNamed = 20;

/** No code of an indicator is longer. */
const longestTag = 64;

const isTag = (one: unknown): one is string =>
  typeof one === 'string' && one !== '' && one.length <= longestTag && one.isWellFormed();

const readTags = (sent: unknown): Part<readonly string[]> => {
  if (sent === undefined) return { value: [], doubts: [] };
  const all: readonly unknown[] = Array.isArray(sent) ? sent : [sent];
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

const readText = (sent: unknown, isDamaged: boolean): Part<string | undefined> => {
  const text = typeof sent === 'number' ? String(sent) : sent;
  if (text === undefined) return { value: undefined, doubts: [] };
  if (typeof text !== 'string') return { value: undefined, doubts: [{ code: 'words_unreadable' }] };
  const isLost = isDamaged && text.includes('\uFFFD');
  const doubts: readonly Doubt[] =
    isLost || !text.isWellFormed() ? [{ code: 'words_damaged' }] : [];
  return { value: text.toWellFormed(), doubts };
};

/** A statement that cannot be read is no consent. */
const readConsent = (sent: unknown = false): Part<boolean> =>
  typeof sent === 'boolean'
    ? { value: sent, doubts: [] }
    : {
        value: false,
        doubts: [{ code: 'consent_unreadable', sent: sentOf(sent) }],
      };

/**
 * Reads what a resident said in a rating that was refused. Undefined without a level: it is never
 * guessed. Everything else that cannot be read is left out and named among the doubts.
 */
export const readWords = (
  { level: sent, tags, text, contactConsent }: Members,
  isDamaged: boolean,
): { readonly draft: RatingDraft; readonly doubts: readonly Doubt[] } | undefined => {
  const level = levelPressed(sent);
  if (level === undefined) return undefined;
  const parts = [readTags(tags), readText(text, isDamaged), readConsent(contactConsent)] as const;
  const [{ value: codes }, { value: words }, { value: consent }] = parts;
  return {
    draft: { level, tags: codes, text: words, contactConsent: consent },
    doubts: parts.flatMap(({ doubts }) => doubts),
  };
};
