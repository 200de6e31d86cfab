import type { Bulletin } from '../../../shared/domain/bulletin/bulletin.ts';
import { rankedMeasures } from '../../../shared/domain/bulletin/standing.ts';
import type { Ranked } from '../../../shared/domain/bulletin/standing.ts';
import { channelNames } from '../../../shared/domain/case/names.table.ts';
import { scoreNames } from '../../../shared/domain/figures/measure-words.ts';
import { measures } from '../../../shared/domain/figures/measure.table.ts';
import type { Rate } from '../../../shared/domain/figures/measure.ts';
import { slotName } from '../../../shared/domain/figures/names.ts';
import type { Slot } from '../../../shared/domain/figures/slot.ts';
import { levelNames } from '../../../shared/domain/rating/level.ts';
import type { Language } from '../../../shared/domain/text/language.ts';
import type { Translate } from './translate.ts';
import { change, count, percentCell, rate, scoreCell, text } from './view.ts';
import type { BulletinSection, BulletinTable, RateCell } from './view.ts';

export interface Writing {
  readonly bulletin: Bulletin;
  readonly language: Language;
  readonly translate: Translate;
}

export const measureName = (name: Ranked, language: Language): string =>
  name === 'score' ? scoreNames[language] : measures[name].names[language];

export const rateCell = (name: Ranked, given: Rate): RateCell =>
  name === 'score' ? scoreCell(given) : percentCell(given);

const headline: readonly Slot[] = [
  'finished',
  'contacts',
  'invited',
  'rated',
  'default_received',
  'bad',
  'state:dismissed',
  'state:closed',
  'hardship',
  'returns',
  'round_two',
  'follow_up',
];

const countTable = ({ bulletin, language, translate }: Writing): BulletinTable => ({
  title: translate('counts'),
  sheet: translate('counts'),
  columns: [
    text(translate('item')),
    count(translate('thisMonth')),
    count(translate('lastMonth')),
    change(translate('change')),
  ],
  rows: headline.map((slot) => {
    const [now, before] = [bulletin.counts[slot] ?? 0, bulletin.countsBefore[slot] ?? 0];
    return [slotName(slot, language), now, before, { change: now - before, form: 'count' }];
  }),
  charts: [],
  empty: translate('nothing'),
});

/**
 * Returns the difference in percentage points for a share and in points for a score; null when
 * either month has no value.
 */
const pointsBetween = (name: Ranked, now: Rate, before: Rate): number | null => {
  if (now.value === null || before.value === null) return null;
  const digits = name === 'score' ? 1 : 100;
  return Math.round((now.value - before.value) * digits * 1e4) / 1e4;
};

const rateTable = ({ bulletin, language, translate }: Writing): BulletinTable => ({
  title: translate('rates'),
  sheet: translate('rates'),
  columns: [
    text(translate('measure')),
    rate(translate('thisMonth')),
    rate(translate('lastMonth')),
    change(translate('points')),
  ],
  rows: rankedMeasures.map((name) => {
    const [now, before] = [bulletin.rates[name], bulletin.ratesBefore[name]];
    const moved = { change: pointsBetween(name, now, before), form: 'points' } as const;
    return [measureName(name, language), rateCell(name, now), rateCell(name, before), moved];
  }),
  charts: [],
  empty: translate('nothing'),
});

const dayTable = ({ bulletin, language, translate }: Writing): BulletinTable => ({
  title: translate('days'),
  sheet: translate('days'),
  columns: [
    text(translate('day'), 2),
    ...(['finished', 'rated', 'bad'] as const).map((slot) => count(slotName(slot, language))),
  ],
  rows: bulletin.days.map(({ day, counts: { finished = 0, rated = 0, bad = 0 } }) => [
    day,
    finished,
    rated,
    bad,
  ]),
  charts: [
    { title: translate('dailyChart'), kind: 'line', category: 0, values: [1, 2] },
    { title: translate('badChart'), kind: 'column', category: 0, values: [3] },
  ],
  empty: translate('nothing'),
});

const levelTable = ({ bulletin, language, translate }: Writing): BulletinTable => ({
  title: translate('levels'),
  sheet: translate('levels'),
  columns: [
    text(translate('level')),
    count(translate('amount')),
    rate(translate('share')),
    count(translate(bulletin.policy.source.official ? 'scorePointsOfficial' : 'scorePoints')),
  ],
  rows: bulletin.levels.map(({ level, share }) => [
    levelNames[level][language],
    share.numerator,
    percentCell(share),
    bulletin.policy.scores[level],
  ]),
  charts: [{ title: translate('levelChart'), kind: 'column', category: 0, values: [1] }],
  empty: translate('nothing'),
});

const channelTable = ({ bulletin, language, translate }: Writing): BulletinTable => ({
  title: translate('channels'),
  sheet: translate('channels'),
  columns: [
    text(translate('channel')),
    count(translate('ratedCount')),
    count(slotName('bad', language)),
    rate(translate('badShare')),
  ],
  rows: bulletin.channels.map(({ channel, rated, bad }) => [
    channelNames[channel][language],
    rated,
    bad.numerator,
    percentCell(bad),
  ]),
  charts: [{ title: translate('channelChart'), kind: 'bar', category: 0, values: [1] }],
  empty: translate('nothing'),
});

export const overviewSections = (writing: Writing): readonly BulletinSection[] => {
  const { translate } = writing;
  return [
    {
      heading: translate('overview'),
      notes: [translate('defaultRatings'), translate('defaults')],
      tables: [countTable(writing), rateTable(writing)],
    },
    { heading: translate('trend'), notes: [], tables: [dayTable(writing)] },
    {
      heading: translate('ratings'),
      notes: [],
      tables: [levelTable(writing), channelTable(writing)],
    },
  ];
};
