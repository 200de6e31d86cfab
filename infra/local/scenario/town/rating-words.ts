import { indicatorsFor, shippedIndicators } from '../../../../shared/domain/rating/indicator.ts';
import type { Level } from '../../../../shared/domain/rating/level.ts';
import type { RatingWords } from '../player/rating-words.ts';
import type { Random } from './random.ts';
import { remarks } from './table/remark.table.ts';

/** A planned rating always has indicators and a consent, if only an empty list and a refusal. */
export type Words = RatingWords & Required<Pick<RatingWords, 'tags' | 'contactConsent'>>;

const chooseGoodLevel = (random: Random): Level => {
  const draw = random.below(100);
  return draw < 78 ? 'very_satisfied' : draw < 95 ? 'satisfied' : 'basically_satisfied';
};

const chooseBadLevel = (random: Random): Level =>
  random.pick(['dissatisfied', 'very_dissatisfied'] as const);

const chooseTags = (level: Level, most: number, random: Random): readonly string[] =>
  random
    .shuffle(indicatorsFor(shippedIndicators, level))
    .slice(0, random.between(0, most))
    .map(({ code }) => code);

const chooseGoodWords = (random: Random): Words => {
  const level = chooseGoodLevel(random);
  const writes = random.below(4) === 0;
  return {
    level,
    tags: chooseTags(level, 2, random),
    ...(writes ? { text: random.pick(remarks[level]) } : {}),
    contactConsent: random.below(10) === 0,
  };
};

/** A bad rating has a reason: an indicator, a text, or both. */
const chooseBadWords = (random: Random): Words => {
  const level = chooseBadLevel(random);
  const tags = chooseTags(level, 2, random);
  const writes = tags.length === 0 || random.below(3) > 0;
  return {
    level,
    tags,
    ...(writes ? { text: random.pick(remarks[level]) } : {}),
    contactConsent: random.below(5) > 0,
  };
};

export const chooseWords = (bad: boolean, random: Random): Words =>
  bad ? chooseBadWords(random) : chooseGoodWords(random);
