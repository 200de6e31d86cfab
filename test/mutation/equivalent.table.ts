/**
 * Mutants that change nothing anybody can observe. They are left out of the score; the README of
 * the tests names them as well.
 */
export interface Equivalent {
  readonly path: string;
  /** The line on which it begins, without the blanks around it. */
  readonly line: string;
  /** The mutated code and what replaces it, each as they are printed. */
  readonly code: string;
  readonly replacement: string;
  readonly why: string;
}

export const equivalents: readonly Equivalent[] = [
  {
    path: 'shared/domain/calendar/plausible-year.ts',
    line: "{ name: '元旦', first: '01-01', last: '01-01', from: '12-28', to: '01-05' },",
    code: "'01-01'",
    replacement: '""',
    why: 'no day of the year lies before its first',
  },
  {
    path: 'shared/domain/calendar/plausible-year.ts',
    line: 'const begins = from < to ? year : year - 1;',
    code: 'from < to',
    replacement: 'from <= to',
    why: 'no festival begins and ends on the same day',
  },
  {
    path: 'shared/domain/case/promise.ts',
    line: "const term = { amount: days, unit: 'working_day' } as const;",
    code: "{ amount: days, unit: 'working_day' }",
    replacement: '{}',
    why: 'the share of a running clock is counted to its due moment, not from its term',
  },
  {
    path: 'shared/domain/case/promise.ts',
    line: "const term = { amount: days, unit: 'working_day' } as const;",
    code: "'working_day'",
    replacement: '""',
    why: 'the same, for the term of the running clock',
  },
  {
    path: 'shared/domain/case/promise.ts',
    line: "const running = { state: 'running', startedAt: from, term, pauses: [], dueAt: due.at } as const;",
    code: "'running'",
    replacement: '""',
    why: 'only a paused clock is counted in another way',
  },
  {
    path: 'functions/pad/collect.ts',
    line: 'claimedAt: ratedAt === undefined ? undefined : parseInstant(ratedAt),',
    code: 'ratedAt === undefined',
    replacement: 'false',
    why: 'there is no moment in an absent text either; the condition is for the types',
  },
  {
    path: 'shared/domain/time/clock-share.ts',
    line: 'if (moment <= clock.dueAt) return workingTimeBetween(timetable, moment, clock.dueAt);',
    code: 'moment <= clock.dueAt',
    replacement: 'moment < clock.dueAt',
    why: 'at the due moment no time is left and none is over',
  },
  {
    path: 'shared/domain/time/instant.ts',
    line: 'export const later = <T extends Instant | CivilDate>(a: T, b: T): T => (a > b ? a : b);',
    code: 'a > b',
    replacement: 'a >= b',
    why: 'two equal texts are the same',
  },
  {
    path: 'shared/domain/time/instant.ts',
    line: 'export const earlier = <T extends Instant | CivilDate>(a: T, b: T): T => (a < b ? a : b);',
    code: 'a < b',
    replacement: 'a <= b',
    why: 'two equal texts are the same',
  },
  {
    path: 'shared/domain/time/instant.ts',
    line: 'if (n > 0 && day <= SURE_DAYS) {',
    code: 'n > 0 && day <= SURE_DAYS',
    replacement: 'false',
    why: 'the general way comes to the same day, only slower',
  },
  {
    path: 'shared/domain/time/instant.ts',
    line: 'if (n > 0 && day <= SURE_DAYS) {',
    code: 'n > 0',
    replacement: 'n >= 0',
    why: 'the day itself is the same either way',
  },
  {
    path: 'shared/domain/time/instant.ts',
    line: 'if (n > 0 && day <= SURE_DAYS) {',
    code: 'day <= SURE_DAYS',
    replacement: 'day < SURE_DAYS',
    why: 'the general way comes to the same day',
  },
  {
    path: 'shared/domain/time/instant.ts',
    line: 'if (n > 0 && day <= SURE_DAYS) {',
    code: "{ return `${date.slice(0, 8)}${String(day).padStart(2, '0')}` as CivilDate; }",
    replacement: '{}',
    why: 'the general way comes to the same day',
  },
  {
    path: 'shared/domain/time/explanation/explain.ts',
    line: "const known: KnownDay = kind.unknown ? { working: true, because: 'weekday' } : kind;",
    code: "{ working: true, because: 'weekday' }",
    replacement: '{}',
    why: 'an inner day of a calendar-day term counts, whatever it is',
  },
  {
    path: 'shared/domain/time/explanation/explain.ts',
    line: "const known: KnownDay = kind.unknown ? { working: true, because: 'weekday' } : kind;",
    code: 'true',
    replacement: 'false',
    why: 'the same',
  },
  {
    path: 'shared/domain/time/explanation/explain.ts',
    line: "const known: KnownDay = kind.unknown ? { working: true, because: 'weekday' } : kind;",
    code: "'weekday'",
    replacement: '""',
    why: 'the same',
  },
  {
    path: 'shared/domain/time/explanation/words.ts',
    line: 'const days = count.days.filter(({ date }) => date > (startedOn ?? date));',
    code: 'date > (startedOn ?? date)',
    replacement: 'date >= (startedOn ?? date)',
    why: 'the day of receipt is no exception of any kind',
  },
  {
    path: 'shared/domain/ticket/due-shift.ts',
    line: 'now !== undefined && proposed !== undefined && proposed < now;',
    code: 'now !== undefined && proposed !== undefined',
    replacement: 'true',
    why: 'a comparison with undefined is false as well; the condition is for the types',
  },
  {
    path: 'shared/domain/ticket/due-shift.ts',
    line: 'now !== undefined && proposed !== undefined && proposed < now;',
    code: 'now !== undefined && proposed !== undefined',
    replacement: 'now !== undefined || proposed !== undefined',
    why: 'a comparison with undefined is false as well; the condition is for the types',
  },
  {
    path: 'shared/domain/ticket/due-shift.ts',
    line: 'now !== undefined && proposed !== undefined && proposed < now;',
    code: 'now !== undefined',
    replacement: 'true',
    why: 'a comparison with undefined is false as well; the condition is for the types',
  },
  {
    path: 'shared/domain/ticket/due-shift.ts',
    line: 'now !== undefined && proposed !== undefined && proposed < now;',
    code: 'proposed !== undefined',
    replacement: 'true',
    why: 'a comparison with undefined is false as well; the condition is for the types',
  },
  {
    path: 'shared/domain/ticket/due-shift.ts',
    line: 'now !== undefined && proposed !== undefined && proposed > now;',
    code: 'now !== undefined && proposed !== undefined',
    replacement: 'true',
    why: 'a comparison with undefined is false as well; the condition is for the types',
  },
  {
    path: 'shared/domain/ticket/due-shift.ts',
    line: 'now !== undefined && proposed !== undefined && proposed > now;',
    code: 'now !== undefined && proposed !== undefined',
    replacement: 'now !== undefined || proposed !== undefined',
    why: 'a comparison with undefined is false as well; the condition is for the types',
  },
  {
    path: 'shared/domain/ticket/due-shift.ts',
    line: 'now !== undefined && proposed !== undefined && proposed > now;',
    code: 'now !== undefined',
    replacement: 'true',
    why: 'a comparison with undefined is false as well; the condition is for the types',
  },
  {
    path: 'shared/domain/ticket/due-shift.ts',
    line: 'now !== undefined && proposed !== undefined && proposed > now;',
    code: 'proposed !== undefined',
    replacement: 'true',
    why: 'a comparison with undefined is false as well; the condition is for the types',
  },
];
