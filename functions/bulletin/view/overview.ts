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
import type { Say } from './translate.ts';
import { change, count, percent, rate, score, text } from './view.ts';
import type { PaperSection, PaperTable, RateCell } from './view.ts';

export interface Writing {
  readonly bulletin: Bulletin;
  readonly language: Language;
  readonly say: Say;
}

export const measureName = (name: Ranked, language: Language): string =>
  name === 'score' ? scoreNames[language] : measures[name].names[language];

export const rateCell = (name: Ranked, given: Rate): RateCell =>
  name === 'score' ? score(given) : percent(given);

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

const countTable = ({ bulletin, language, say }: Writing): PaperTable => ({
  title: say('counts'),
  sheet: say('counts'),
  columns: [
    text(say('item')),
    count(say('thisMonth')),
    count(say('lastMonth')),
    change(say('change')),
  ],
  rows: headline.map((slot) => {
    const [now, before] = [bulletin.counts[slot] ?? 0, bulletin.countsBefore[slot] ?? 0];
    return [slotName(slot, language), now, before, { change: now - before, form: 'count' }];
  }),
  charts: [],
  empty: say('nothing'),
});

/** Percentage points of a share, points of a score; null where either month has nothing. */
const pointsBetween = (name: Ranked, now: Rate, before: Rate): number | null => {
  if (now.value === null || before.value === null) return null;
  const digits = name === 'score' ? 1 : 100;
  return Math.round((now.value - before.value) * digits * 1e4) / 1e4;
};

const rateTable = ({ bulletin, language, say }: Writing): PaperTable => ({
  title: say('rates'),
  sheet: say('rates'),
  columns: [
    text(say('measure')),
    rate(say('thisMonth')),
    rate(say('lastMonth')),
    change(say('points')),
  ],
  rows: rankedMeasures.map((name) => {
    const [now, before] = [bulletin.rates[name], bulletin.ratesBefore[name]];
    const moved = { change: pointsBetween(name, now, before), form: 'points' } as const;
    return [measureName(name, language), rateCell(name, now), rateCell(name, before), moved];
  }),
  charts: [],
  empty: say('nothing'),
});

const dayTable = ({ bulletin, language, say }: Writing): PaperTable => ({
  title: say('days'),
  sheet: say('days'),
  columns: [
    text(say('day'), 2),
    ...(['finished', 'rated', 'bad'] as const).map((slot) => count(slotName(slot, language))),
  ],
  rows: bulletin.days.map(({ day, counts: { finished = 0, rated = 0, bad = 0 } }) => [
    day,
    finished,
    rated,
    bad,
  ]),
  charts: [
    { title: say('dailyChart'), kind: 'line', category: 0, values: [1, 2] },
    { title: say('badChart'), kind: 'column', category: 0, values: [3] },
  ],
  empty: say('nothing'),
});

const levelTable = ({ bulletin, language, say }: Writing): PaperTable => ({
  title: say('levels'),
  sheet: say('levels'),
  columns: [
    text(say('level')),
    count(say('amount')),
    rate(say('share')),
    count(say(bulletin.policy.source.official ? 'scorePointsOfficial' : 'scorePoints')),
  ],
  rows: bulletin.levels.map(({ level, share }) => [
    levelNames[level][language],
    share.numerator,
    percent(share),
    bulletin.policy.scores[level],
  ]),
  charts: [{ title: say('levelChart'), kind: 'column', category: 0, values: [1] }],
  empty: say('nothing'),
});

const channelTable = ({ bulletin, language, say }: Writing): PaperTable => ({
  title: say('channels'),
  sheet: say('channels'),
  columns: [
    text(say('channel')),
    count(say('ratedCount')),
    count(slotName('bad', language)),
    rate(say('badShare')),
  ],
  rows: bulletin.channels.map(({ channel, rated, bad }) => [
    channelNames[channel][language],
    rated,
    bad.numerator,
    percent(bad),
  ]),
  charts: [{ title: say('channelChart'), kind: 'bar', category: 0, values: [1] }],
  empty: say('nothing'),
});

export const overviewSections = (writing: Writing): readonly PaperSection[] => {
  const { say } = writing;
  return [
    {
      heading: say('overview'),
      notes: [say('defaultRatings'), say('defaults')],
      tables: [countTable(writing), rateTable(writing)],
    },
    { heading: say('trend'), notes: [], tables: [dayTable(writing)] },
    { heading: say('ratings'), notes: [], tables: [levelTable(writing), channelTable(writing)] },
  ];
};
