/**
 * Translates a callback of the provincial center into the domain model. Its SDK names the fields
 * and does not define the values. They are inferred from the numbering of its rating interface (5
 * is the best), which belongs to the same center and which its tag codes follow too (510 belongs to
 * level 5); there is no official table.
 */
import type { CenterCallback, CenterEvaluation } from '../../../events/exchange/callback.ts';
import type { Case, Contact } from '../../../shared/domain/case/case.ts';
import { instantOfWire } from '../../../shared/domain/exchange/record/wire-time.ts';
import { zhejiang } from '../../../shared/domain/exchange/record/zhejiang.table.ts';
import type { Channel } from '../../../shared/domain/rating/channel.ts';
import type { RatingDraft } from '../../../shared/domain/rating/rating.ts';
import { fromEpoch } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';

const notAllowed = (path: string): Problem =>
  new Problem('invalid_input', { errors: [{ path, problem: 'not_allowed' }] });

export const missingProblem = (path: string): Problem =>
  new Problem('invalid_input', { errors: [{ path, problem: 'missing' }] });

/** Parses a moment of the center: Shanghai local time, or milliseconds since 1970. */
export const momentOfCenter = (date: string | number, path: string): Instant => {
  try {
    const at = typeof date === 'number' ? fromEpoch(date) : instantOfWire(zhejiang.time, date);
    if (at !== undefined) return at;
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
  }
  throw new Problem('invalid_input', { errors: [{ path, problem: 'not_a_time' }] });
};

export interface ReadEvaluation {
  readonly id: string;
  readonly draft: RatingDraft;
  readonly claimedAt: Instant;
  readonly channel: Channel;
  readonly origin: 'active' | 'default';
}

const itemPath = '/evaluationItemModel';

/** 系统默认评价: recognized by its channel, or by the same digit as its type. */
const isDefault = ({ channel, type }: CenterEvaluation): boolean =>
  [channel, type].map(String).includes(zhejiang.defaultChannel ?? '');

const channelOf = (item: CenterEvaluation): Channel => {
  // A default rating has no channel of a resident; the province's own site stands for it.
  const known = isDefault(item) ? 'portal' : zhejiang.channel.nameOf(String(item.channel));
  if (known === undefined) throw notAllowed(`${itemPath}/channel`);
  return known;
};

/**
 * The overall level comes first; further levels rate single aspects, which this system does not
 * have.
 */
const levelOf = ({ evaluationLevelModelList: [overall] }: CenterEvaluation) => {
  const level = zhejiang.level.nameOf(String(overall?.level));
  if (level === undefined) throw notAllowed(`${itemPath}/evaluationLevelModelList/0/level`);
  return level;
};

/** Converts the evaluation to a rating; `number` must match the operation. */
export const readEvaluation = (callback: CenterCallback, number: 1 | 2): ReadEvaluation => {
  const item = callback.evaluationItemModel ?? undefined;
  if (item === undefined) throw missingProblem(itemPath);
  if (item.number !== number) throw notAllowed(`${itemPath}/number`);
  // 追评 is what a resident says after the answer, so it cannot be a default rating.
  if (number === 2 && isDefault(item)) throw notAllowed(`${itemPath}/channel`);
  return {
    id: String(item.id),
    draft: {
      level: levelOf(item),
      tags: item.evaluationTagItemModelList.map(({ tagCode }) => String(tagCode)),
      text: item.rateText?.trim() || undefined,
      // The SDK has no field for consent, and a missing statement is not consent.
      contactConsent: false,
    },
    claimedAt: momentOfCenter(item.assessTime, `${itemPath}/assessTime`),
    channel: channelOf(item),
    origin: isDefault(item) ? 'default' : 'active',
  };
};

/**
 * Returns the contacts that the callback may be about, most likely first: the named one, else the
 * only one, else those before the moment, latest first.
 */
export const contactsMeant = (
  callback: CenterCallback,
  { contacts }: Case,
  at: Instant,
): readonly Contact[] => {
  const named = callback.features?.serviceNumber;
  if (named !== undefined) {
    return contacts.filter(({ serviceNumber }) => serviceNumber === Number(named));
  }
  if (contacts.length === 1) return contacts;
  return contacts.filter((contact) => contact.at <= at).toSorted((a, b) => (a.at < b.at ? 1 : -1));
};
