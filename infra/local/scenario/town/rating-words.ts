import { indicatorsFor } from '../../../../shared/domain/rating/indicator.ts';
import type { Level } from '../../../../shared/domain/rating/level.ts';
import type { Random } from './random.ts';
import { remarks } from './table/remark.table.ts';

/** What a resident of the town says. */
export interface Words {
  readonly level: Level;
  readonly tags: readonly string[];
  readonly text?: string;
  readonly contactConsent: boolean;
}

const goodLevel = (random: Random): Level => {
  const draw = random.below(100);
  return draw < 78 ? 'very_satisfied' : draw < 95 ? 'satisfied' : 'basically_satisfied';
};

const badLevel = (random: Random): Level =>
  random.pick(['dissatisfied', 'very_dissatisfied'] as const);

const tagsOf = (level: Level, most: number, random: Random): readonly string[] =>
  random
    .shuffled(indicatorsFor(level))
    .slice(0, random.between(0, most))
    .map(({ code }) => code);

const goodWords = (random: Random): Words => {
  const level = goodLevel(random);
  const writes = random.below(4) === 0;
  return {
    level,
    tags: tagsOf(level, 2, random),
    ...(writes ? { text: random.pick(remarks[level]) } : {}),
    contactConsent: random.below(10) === 0,
  };
};

/** A bad rating says why: a reason ticked, or words, or both. */
const badWords = (random: Random): Words => {
  const level = badLevel(random);
  const tags = tagsOf(level, 2, random);
  const writes = tags.length === 0 || random.below(3) > 0;
  return {
    level,
    tags,
    ...(writes ? { text: random.pick(remarks[level]) } : {}),
    contactConsent: random.below(5) > 0,
  };
};

export const wordsOf = (bad: boolean, random: Random): Words =>
  bad ? badWords(random) : goodWords(random);
