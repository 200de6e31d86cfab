import { badThatStand } from '../../../shared/domain/bulletin/bulletin.ts';
import { inRank, rankedMeasures } from '../../../shared/domain/bulletin/standing.ts';
import type { Ranked, Standing } from '../../../shared/domain/bulletin/standing.ts';
import { measureName, rateCell } from './overview.ts';
import type { Writing } from './overview.ts';
import { count, rankCell, rank, rate, text } from './view.ts';
import type { BulletinChart, BulletinSection, BulletinTable } from './view.ts';

/** A ranking with its labels. */
interface Field {
  readonly standings: readonly Standing[];
  readonly column: 'area' | 'department';
  readonly ranking: 'areaRanking' | 'departmentRanking';
  readonly table: 'areaTable' | 'departmentTable';
  readonly heading: 'areaRanks' | 'departmentRanks';
}

const formOf = (name: Ranked) => (name === 'score' ? 'score' : 'percent');

/** The rates that differ enough between lines to be worth a chart. */
const pictured: ReadonlySet<Ranked> = new Set(['participation', 'bad', 'rectified_in_time']);
const mostBars = 30;
const endBars = 15;
const printedEnds = 10;

const buildBarChart = (title: string, from: number, to: number): BulletinChart => ({
  title,
  kind: 'bar',
  category: 1,
  values: [3],
  rows: { from, to },
});

const chartsOf = (
  name: Ranked,
  ranked: number,
  { language, translate }: Writing,
): readonly BulletinChart[] => {
  if (!pictured.has(name) || ranked === 0) return [];
  const title = measureName(name, language);
  if (ranked <= mostBars) return [buildBarChart(title, 0, ranked)];
  return [
    buildBarChart(`${title} · ${translate('chartFirst', { n: endBars })}`, 0, endBars),
    buildBarChart(`${title} · ${translate('chartLast', { n: endBars })}`, ranked - endBars, ranked),
  ];
};

const rankingTable = (name: Ranked, field: Field, writing: Writing): BulletinTable => {
  const { language, translate } = writing;
  const standings = inRank(field.standings, name);
  const ranked = standings.filter(({ places }) => places[name].rank !== null).length;
  return {
    title: measureName(name, language),
    sheet: translate(field.ranking),
    columns: [
      rank(translate('rank')),
      text(translate(field.column), 3.4),
      text(translate('code'), 2.2),
      rate(translate('value'), 2.4),
    ],
    rows: standings.map(({ id, names, places }) => [
      places[name].rank,
      names[language],
      id,
      rateCell(name, places[name].rate),
    ]),
    charts: chartsOf(name, ranked, writing),
    trim: {
      ends: printedEnds,
      between: (left) => translate('between', { n: left }),
      ranked,
      unranked: (many) => translate('unranked', { n: many }),
    },
    empty: translate('noDepartments'),
  };
};

/**
 * Builds the table of every rate of every line with its rank, sorted by the share of good ratings.
 */
const wholeTable = (field: Field, { language, translate }: Writing): BulletinTable => ({
  title: translate(field.table),
  sheet: translate(field.table),
  broad: true,
  columns: [
    text(translate(field.column), 2.6),
    text(translate('code'), 1.4),
    ...rankedMeasures.map((name) => ({
      header: measureName(name, language),
      kind: 'ranked' as const,
      width: 1.2,
    })),
  ],
  rows: inRank(field.standings, 'good').map(({ id, names, places }) => [
    names[language],
    id,
    ...rankedMeasures.map((name) => rankCell(places[name], formOf(name))),
  ]),
  charts: [],
  empty: translate('noDepartments'),
});

const rankingSection = (field: Field, writing: Writing): BulletinSection => ({
  heading: writing.translate(field.heading),
  notes: [writing.translate('ties')],
  tables: [
    ...rankedMeasures.map((name) => rankingTable(name, field, writing)),
    wholeTable(field, writing),
  ],
});

const mattersSection = ({ bulletin, language, translate }: Writing): BulletinSection => ({
  heading: translate('matters'),
  notes: [],
  tables: [
    {
      title: translate('badMatters'),
      sheet: translate('badMatters'),
      columns: [
        text(translate('matter'), 4),
        text(translate('code'), 3),
        count(translate('badStanding')),
        rate(measureName('bad', language)),
      ],
      rows: bulletin.matters.map(({ id, names, counts, places }) => [
        names[language],
        id,
        badThatStand(counts),
        rateCell('bad', places.bad.rate),
      ]),
      charts: [],
      empty: translate('nothing'),
    },
  ],
});

export const rankingSections = (writing: Writing): readonly BulletinSection[] => {
  const { areas, departments } = writing.bulletin;
  const fields: readonly Field[] = [
    {
      standings: areas,
      column: 'area',
      heading: 'areaRanks',
      ranking: 'areaRanking',
      table: 'areaTable',
    },
    {
      standings: departments,
      column: 'department',
      heading: 'departmentRanks',
      ranking: 'departmentRanking',
      table: 'departmentTable',
    },
  ];
  return [
    ...fields
      .filter(({ standings, column }) => column === 'department' || standings.length > 0)
      .map((field) => rankingSection(field, writing)),
    ...(writing.bulletin.area.kind === 'city' ? [mattersSection(writing)] : []),
  ];
};
