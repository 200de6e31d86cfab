import { indicatorsFor } from '../../shared/domain/rating/indicator.ts';
import { levelNames, levels } from '../../shared/domain/rating/level.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import type { RulesInForce } from '../../shared/port/policy/rulebook.ts';

/**
 * Returns the indicators in force by level, with the texts for residents. No level is
 * preselected.
 */
export const indicatorAnswer = (
  { policy, indicators }: Pick<RulesInForce, 'policy' | 'indicators'>,
  language: Language,
) => ({
  version: indicators.version,
  levels: levels.map((level) => ({
    level,
    name: levelNames[level][language],
    reasonRequired: policy.badLevels.includes(level),
    indicators: indicatorsFor(indicators, level).map((indicator) => ({
      code: indicator.code,
      text: indicator[language],
      set: indicator.set,
    })),
  })),
});
