/** `npm run demo`: walks the loop, and what the province sees of it, through a running instance, or through one of its own. */
import { parseArgs } from 'node:util';

import { fromEpoch, withOffset } from '../../../../shared/domain/time/instant.ts';
import { findInstance } from './instance.ts';
import { createNarrator } from './narrator.ts';
import { badRating } from './scene/intake/bad-rating.ts';
import { caseArrives } from './scene/intake/case-arrives.ts';
import { caseFile } from './scene/intake/case-file.ts';
import { playForgeries } from './scene/intake/forgeries.ts';
import { goodRatings } from './scene/intake/good-ratings.ts';
import { hallPad } from './scene/intake/hall-pad.ts';
import { joinCity } from './scene/intake/join-city.ts';
import { playRefusal } from './scene/intake/refusal.ts';
import { staffEntries } from './scene/intake/staff-entries.ts';
import { playBulletin } from './scene/oversight/bulletin.ts';
import { playExchange } from './scene/oversight/exchange.ts';
import { playFigures } from './scene/oversight/figures.ts';
import { monthReport } from './scene/oversight/month.ts';
import { playOutage } from './scene/oversight/outage.ts';
import { playOversight } from './scene/oversight/oversight.ts';
import { promiseLights } from './scene/oversight/promise-lights.ts';
import { playReconciliation } from './scene/oversight/reconciliation.ts';
import { playClosing } from './scene/ticket/closing.ts';
import { playDismissal } from './scene/ticket/dismissal.ts';
import { followUp } from './scene/ticket/follow-up.ts';
import { playLadder } from './scene/ticket/ladder.ts';
import { pendingCalendar } from './scene/ticket/pending-calendar.ts';
import { receiptView, ticketFile } from './scene/ticket/ticket-file.ts';
import { toClosure } from './scene/ticket/to-closure.ts';
import { nothingMissed } from './scene/ticket/watch.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

/** The ladder moves the clock by weeks: what needs the present day comes before it. */
const scenes = [
  joinCity,
  caseArrives,
  goodRatings,
  badRating,
  hallPad,
  staffEntries,
  ticketFile,
  receiptView,
  pendingCalendar,
  playForgeries,
  caseFile,
  toClosure,
  followUp,
  playDismissal,
  playLadder,
  nothingMissed,
  playExchange,
  playFigures,
  playOutage,
  playRefusal,
  promiseLights,
  playOversight,
  playReconciliation,
  monthReport,
  playBulletin,
  playClosing,
];

const isColoured = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
const print = (line: string): void => console.log(line);
const tell = createNarrator(print, isColoured);

const playScenes = async (stage: Stage): Promise<void> => {
  try {
    for (const scene of scenes) await scene(stage);
  } finally {
    for (const undo of stage.leave.toReversed()) await undo();
  }
};

/** What a person who keeps the instance has to know: it lives in another week now. */
const leftBehind = ({ clock, afterwards }: Stage): void => {
  const now = withOffset(fromEpoch(clock.now())).slice(0, 16).replace('T', ' ');
  const days = (clock.moved() / 86_400_000).toFixed(1);
  print('');
  tell.say(
    `时钟前移了 ${days} 天，现在是 ${now}；它不能拨回，重新开始请换一个 DATA_DIR。`,
    `The clock was moved ${days} days ahead, to ${now} in Shanghai. It never goes back; for the present time start with another DATA_DIR.`,
  );
  for (const { zh, en } of afterwards) tell.say(zh, en);
};

const runDemo = async (): Promise<void> => {
  const { values } = parseArgs({ options: { url: { type: 'string' } } });
  const instance = await findInstance(values.url, print);
  const where = instance.isTemporary ? '临时实例 · a temporary instance' : '运行中的实例 · running';
  print(`好差评闭环演示 · The loop, step by step — ${instance.url} (${where})`);
  try {
    const stage = await openStage(instance.url.replace(/\/+$/, ''), tell);
    await playScenes(stage);
    if (!instance.isTemporary) leftBehind(stage);
  } finally {
    await instance.close();
  }
};

try {
  await runDemo();
  print('');
  tell.pass('全部与所述一致', 'everything was as told');
} catch (fault) {
  tell.fail(fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault));
  process.exitCode = 1;
}
