import type { MethodView } from '../../events/public/method-view.ts';
import { formulaOf } from '../../shared/domain/figures/measure-words.ts';
import { measures } from '../../shared/domain/figures/measure.table.ts';
import type { Measure } from '../../shared/domain/figures/measure.table.ts';
import { slotDays } from '../../shared/domain/figures/names.table.ts';
import { slotDay, slotName } from '../../shared/domain/figures/names.ts';
import { slots } from '../../shared/domain/figures/slot.ts';
import type { Policy } from '../../shared/domain/policy/policy.ts';
import { receiptDayOf } from '../../shared/domain/policy/timetable.ts';
import { levelNames, levels } from '../../shared/domain/rating/level.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import type { RulesInForce } from '../../shared/port/policy/rulebook.ts';
import { methodWords as words, publicationRules } from './method-words.table.ts';

const measureOf = ([measure, facts]: [string, Measure], language: Language) => ({
  measure,
  name: facts.names[language],
  formula: formulaOf(facts, language),
  numerator: { plus: [...facts.numerator], less: [...(facts.numeratorLess ?? [])] },
  denominator: { plus: [...facts.denominator], less: [...(facts.denominatorLess ?? [])] },
  note: facts.note[language],
  best: facts.best ?? ('high' as const),
  official: false,
});

const clockText = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

const policyOf = (policy: Policy, language: Language): MethodView['policy'] => {
  const { version, source, badLevels, scores, clocks, office } = policy;
  return {
    version,
    official: source.official,
    source: source[language],
    badLevels: badLevels.map((level) => ({ level, name: levelNames[level][language] })),
    scores: levels.map((level) => ({
      level,
      name: levelNames[level][language],
      score: scores[level],
    })),
    terms: (['contact', 'rectify', 'redo', 'review'] as const).map((clock) => ({
      clock,
      name: words[clock][language],
      ...clocks[clock],
    })),
    office: {
      dayStart: clockText(office.dayStart),
      cutOff: clockText(office.cutOff),
      dayEnd: clockText(office.dayEnd),
    },
    receiptDay: receiptDayOf(policy),
  };
};

/** Describes how every published number is computed by the active rules. */
export const methodView = (
  { policy, calendarYears }: Pick<RulesInForce, 'policy' | 'calendarYears'>,
  language: Language,
): MethodView => ({
  statement: words.statement[language],
  measures: Object.entries<Measure>(measures).map((entry) => measureOf(entry, language)),
  averageScore: { name: words.score[language], formula: words.scoreFormula[language] },
  policy: policyOf(policy, language),
  slots: slots.map((slot) => ({
    slot,
    name: slotName(slot, language),
    countedOn: slotDays[slotDay(slot)][language],
  })),
  calendars: calendarYears
    .map(({ year, notices }) => ({ year, notices: notices.map((notice) => ({ ...notice })) }))
    .toSorted((a, b) => b.year - a.year),
  publication: publicationRules.map((rule) => rule[language]),
});
