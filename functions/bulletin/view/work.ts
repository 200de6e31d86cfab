import { ticketStateNames } from '../../../shared/domain/case/names.table.ts';
import { shareOf } from '../../../shared/domain/figures/measure.ts';
import { claimNames } from '../../../shared/domain/figures/names.table.ts';
import { levelNames } from '../../../shared/domain/rating/level.ts';
import type { Writing } from './overview.ts';
import type { Translate } from './translate.ts';
import { count, percentCell, rate, text } from './view.ts';
import type { Cell, Column, BulletinSection, BulletinTable } from './view.ts';
import type { Word } from './words.table.ts';

const tableOf = (
  translate: Translate,
  name: Word,
  content: { readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] },
): BulletinTable => ({
  ...content,
  title: translate(name),
  sheet: translate(name),
  charts: [],
  empty: translate('nothing'),
});

const stateTable = ({ bulletin, language, translate }: Writing): BulletinTable => ({
  ...tableOf(translate, 'states', {
    columns: [text(translate('state')), count(translate('amount')), rate(translate('share'))],
    rows: bulletin.states.map(({ state, share }) => [
      ticketStateNames[state][language],
      share.numerator,
      percentCell(share),
    ]),
  }),
  charts: [{ title: translate('stateChart'), kind: 'bar', category: 0, values: [1] }],
});

const clockTable = ({ bulletin, translate }: Writing): BulletinTable =>
  tableOf(translate, 'clocks', {
    columns: [
      text(translate('clock'), 2),
      ...(['onTime', 'lateDone', 'missed'] as const).map((word) => count(translate(word))),
      rate(translate('inTime')),
    ],
    rows: bulletin.clocks.map(({ clock, onTime, late, missed }) => [
      translate(clock),
      onTime,
      late,
      missed,
      percentCell(shareOf(onTime, onTime + late + missed)),
    ]),
  });

const lateTable = ({ bulletin, language, translate }: Writing): BulletinTable =>
  tableOf(translate, 'late', {
    columns: [
      text(translate('department'), 2.6),
      text(translate('code'), 2.2),
      ...(['contactLate', 'contactMissed', 'rectifyLate', 'rectifyMissed'] as const).map((word) =>
        count(translate(word), 1.25),
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

const claimTable = ({ bulletin, language, translate }: Writing): BulletinTable =>
  tableOf(translate, 'claims', {
    columns: [
      text(translate('claim')),
      count(translate('asked')),
      count(translate('granted')),
      count(translate('refused')),
      count(translate('lapsed')),
    ],
    rows: bulletin.claims.map(({ kind, asked, granted, refused, lapsed }) => [
      claimNames[kind][language],
      asked,
      granted,
      refused,
      lapsed,
    ]),
  });

const followUpTable = ({ bulletin, language, translate }: Writing): BulletinTable =>
  tableOf(translate, 'followUps', {
    columns: [text(translate('level')), count(translate('amount')), rate(translate('share'))],
    rows: bulletin.followUps.map(({ level, share }) => [
      levelNames[level][language],
      share.numerator,
      percentCell(share),
    ]),
  });

const registerTable = ({ bulletin, language, translate }: Writing): BulletinTable =>
  tableOf(translate, 'register', {
    columns: [
      text(translate('department'), 3.4),
      text(translate('code'), 2.2),
      count(translate('everHeld')),
      count(translate('heldNow')),
    ],
    rows: bulletin.hardship.map(({ id, names, counts }) => [
      names[language],
      id,
      counts.hardship ?? 0,
      counts['state:hardship'] ?? 0,
    ]),
  });

const coverageTable = ({ bulletin, language, translate }: Writing): BulletinTable => ({
  ...tableOf(translate, 'covered', {
    columns: [text(translate('covers')), rate(translate('share'))],
    rows: bulletin.coverage.map(({ names, rate: covered }) => [
      names[language],
      percentCell(covered),
    ]),
  }),
  empty: translate('noRegister'),
});

export const workSections = (writing: Writing): readonly BulletinSection[] => {
  const { translate } = writing;
  const work = [stateTable, clockTable, lateTable, claimTable, followUpTable];
  return [
    {
      heading: translate('work'),
      notes: [translate('ticketMonth')],
      tables: work.map((table) => table(writing)),
    },
    {
      heading: translate('hardship'),
      notes: [translate('registered')],
      tables: [registerTable(writing)],
    },
    {
      heading: translate('coverage'),
      notes: [translate('coverageBasis')],
      tables: [coverageTable(writing)],
    },
  ];
};
