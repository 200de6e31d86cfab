import type { Policy } from '../../shared/domain/policy/policy.ts';
import { indicatorsFor, indicatorVersion } from '../../shared/domain/rating/indicator.ts';
import { levelNames, levels } from '../../shared/domain/rating/level.ts';
import type { Language } from '../../shared/domain/text/language.ts';

/**
 * Returns the active indicator table by level, with the texts for residents. No level is
 * preselected.
 */
export const indicatorAnswer = (policy: Policy, language: Language) => ({
  version: indicatorVersion,
  levels: levels.map((level) => ({
    level,
    name: levelNames[level][language],
    reasonRequired: policy.badLevels.includes(level),
    indicators: indicatorsFor(level).map((indicator) => ({
      code: indicator.code,
      text: indicator[language],
      set: indicator.set,
    })),
  })),
});
