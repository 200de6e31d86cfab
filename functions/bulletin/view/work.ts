import { shareOf } from '../../../shared/domain/bulletin/parts.ts';
import { ticketStateNames } from '../../../shared/domain/case/names.table.ts';
import { claimNames } from '../../../shared/domain/figures/names.table.ts';
import { levelNames } from '../../../shared/domain/rating/level.ts';
import type { Writing } from './overview.ts';
import type { Say } from './translate.ts';
import { count, percent, rate, text } from './view.ts';
import type { Cell, Column, PaperSection, PaperTable } from './view.ts';
import type { Word } from './words.table.ts';

const tableOf = (
  say: Say,
  name: Word,
  content: { readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] },
): PaperTable => ({
  ...content,
  title: say(name),
  sheet: say(name),
  charts: [],
  empty: say('nothing'),
});

const stateTable = ({ bulletin, language, say }: Writing): PaperTable => ({
  ...tableOf(say, 'states', {
    columns: [text(say('state')), count(say('amount')), rate(say('share'))],
    rows: bulletin.states.map(({ state, share }) => [
      ticketStateNames[state][language],
      share.numerator,
      percent(share),
    ]),
  }),
  charts: [{ title: say('stateChart'), kind: 'bar', category: 0, values: [1] }],
});

const clockTable = ({ bulletin, say }: Writing): PaperTable =>
  tableOf(say, 'clocks', {
    columns: [
      text(say('clock'), 2),
      ...(['onTime', 'lateDone', 'missed'] as const).map((word) => count(say(word))),
      rate(say('inTime')),
    ],
    rows: bulletin.clocks.map(({ clock, onTime, late, missed }) => [
      say(clock),
      onTime,
      late,
      missed,
      percent(shareOf(onTime, onTime + late + missed)),
    ]),
  });

const lateTable = ({ bulletin, language, say }: Writing): PaperTable =>
  tableOf(say, 'late', {
    columns: [
      text(say('department'), 2.6),
      text(say('code'), 2.2),
      ...(['contactLate', 'contactMissed', 'rectifyLate', 'rectifyMissed'] as const).map((word) =>
        count(say(word), 1.25),
      ),
    ],
    rows: bulletin.late.map(({ id, names, counts }) => [
      names[language],
      id,
      counts['contact:late'] ?? 0,
      counts['contact:missed'] ?? 0,
      counts['rectify:late'] ?? 0,
      counts['rectify:missed'] ?? 0,
    ]),
  });

const claimTable = ({ bulletin, language, say }: Writing): PaperTable =>
  tableOf(say, 'claims', {
    columns: [
      text(say('claim')),
      count(say('asked')),
      count(say('granted')),
      count(say('refused')),
    ],
    rows: bulletin.claims.map(({ kind, asked, granted, refused }) => [
      claimNames[kind][language],
      asked,
      granted,
      refused,
    ]),
  });

const followUpTable = ({ bulletin, language, say }: Writing): PaperTable =>
  tableOf(say, 'followUps', {
    columns: [text(say('level')), count(say('amount')), rate(say('share'))],
    rows: bulletin.followUps.map(({ level, share }) => [
      levelNames[level][language],
      share.numerator,
      percent(share),
    ]),
  });

const registerTable = ({ bulletin, language, say }: Writing): PaperTable =>
  tableOf(say, 'register', {
    columns: [
      text(say('department'), 3.4),
      text(say('code'), 2.2),
      count(say('everHeld')),
      count(say('heldNow')),
    ],
    rows: bulletin.hardship.map(({ id, names, counts }) => [
      names[language],
      id,
      counts.hardship ?? 0,
      counts['state:hardship'] ?? 0,
    ]),
  });

const coverageTable = ({ bulletin, language, say }: Writing): PaperTable => ({
  ...tableOf(say, 'covered', {
    columns: [text(say('covers')), rate(say('share'))],
    rows: bulletin.coverage.map(({ names, rate: covered }) => [names[language], percent(covered)]),
  }),
  empty: say('noRegister'),
});

export const workSections = (writing: Writing): readonly PaperSection[] => {
  const { say } = writing;
  const work = [stateTable, clockTable, lateTable, claimTable, followUpTable];
  return [
    {
      heading: say('work'),
      notes: [say('ticketMonth')],
      tables: work.map((table) => table(writing)),
    },
    { heading: say('hardship'), notes: [say('registered')], tables: [registerTable(writing)] },
    { heading: say('coverage'), notes: [say('coverageBasis')], tables: [coverageTable(writing)] },
  ];
};
