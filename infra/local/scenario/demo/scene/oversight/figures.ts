import type * as z from 'zod/mini';

import type { RateView } from '../../../../../../events/figures/view.ts';
import type { MeasureName } from '../../../../../../shared/domain/figures/measure.table.ts';
import { measures } from '../../../../../../shared/domain/figures/measure.table.ts';
import { channels } from '../../../../../../shared/domain/rating/channel.ts';
import { civilDateOf, fromEpoch, nextDate } from '../../../../../../shared/domain/time/instant.ts';
import { expectThat } from '../../../player/expectation.ts';
import { hall } from '../../case-maker.ts';
import type { Stage } from '../../stage.ts';

type Rate = z.output<typeof RateView>;

const by = 'auditor';

const shown: readonly MeasureName[] = [
  'participation',
  'good',
  'bad',
  'contacted_in_time',
  'rectified_in_time',
  'closed',
];

const formatPercent = (value: number | null): string =>
  value === null ? '—' : `${(value * 100).toFixed(1)} %`;

const none: Rate = { numerator: 0, denominator: 0, value: null };

const toRows = (rates: Partial<Record<MeasureName, Rate>>) =>
  shown.map((name) => {
    const { numerator, denominator, value } = rates[name] ?? none;
    return [measures[name].names.zh, `${numerator} / ${denominator}`, formatPercent(value)];
  });

/** Compares the figures of the window, whose ratings are all of this run, with the demo's counts. */
const showOwnWindow = async (stage: Stage, from: string, to: string): Promise<void> => {
  const { tell, rated } = stage;
  const query = { scope: `window:${hall}/${stage.window}`, from, to, by: 'day' };
  const { total, lines } = await stage.play('readFigures', { by, query });
  const { counts, rates } = total;
  expectThat(counts.rated === rated.length, `${rated.length} ratings are counted`, counts);
  const bad = rated.filter((one) => one.bad).length;
  expectThat(counts.bad === bad, `${bad} bad ones are counted`, counts);
  for (const channel of channels) {
    const count = rated.filter((one) => one.channel === channel).length;
    expectThat((counts[`rated_by:${channel}`] ?? 0) === count, `${count} by ${channel}`, counts);
  }
  const valid = rated.length - (counts['state:dismissed'] ?? 0);
  const { good } = rates;
  const isGood = good?.numerator === rated.length - bad && good.denominator === valid;
  expectThat(isGood, 'good ratings per valid rating', good);
  for (const { key, counts: ofDay } of lines.filter((line) => line.counts.rated !== undefined)) {
    tell.quote(`${key} · rated ${ofDay.rated ?? 0} · bad ${ofDay.bad ?? 0}`);
  }
  tell.table(['指标', '分子 / 分母', '值'], toRows(rates));
  tell.pass('每个比率附分子与分母，与演示自己的计数一致', 'each rate with both of its numbers');
};

const longestRecount = 30;

/** 统计与重新计数 */
export const playFigures = async (stage: Stage): Promise<void> => {
  const { tell, clock, begunAt } = stage;
  tell.scene('统计与数据复核', 'Figures, and a recount');
  await clock.settle();
  const [from, to] = [civilDateOf(begunAt), civilDateOf(fromEpoch(clock.now()))];
  tell.say(
    '演示窗口的数据；工单各项计入其差评当日。',
    'Figures of the demo’s own window; a ticket counts on the day of its rating.',
  );
  await showOwnWindow(stage, from, to);
  const last = [to, nextDate(from, longestRecount)].sort()[0] ?? to;
  const recount = await stage.play('recountFigures', { by, query: { from, to: last } });
  const { read, compared, differences } = recount;
  expectThat(recount.equal, 'the counters equal the records', differences.slice(0, 5));
  tell.quote(
    `${from} … ${last} · ${read.cases} cases · ${read.invitations} invitations · ${read.ratings} ratings · ${read.tickets} tickets`,
  );
  tell.pass(
    `按原始记录复核，${compared} 项统计数据全部一致`,
    `recounted from the source records: all ${compared} items are equal`,
  );
};
