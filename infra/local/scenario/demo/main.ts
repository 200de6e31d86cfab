/** `npm run demo`: plays the whole loop and its exchange with the province on one instance. */
import { parseArgs } from 'node:util';

import { findInstance } from '../instance.ts';
import { formatTime } from './format-time.ts';
import { createNarrator } from './narrator.ts';
import { playBadRating } from './scene/intake/bad-rating.ts';
import { playCaseArrival } from './scene/intake/case-arrives.ts';
import { playCaseFile } from './scene/intake/case-file.ts';
import { playForgeries } from './scene/intake/forgeries.ts';
import { playGoodRatings } from './scene/intake/good-ratings.ts';
import { playHallPad } from './scene/intake/hall-pad.ts';
import { joinCity } from './scene/intake/join-city.ts';
import { playRefusal } from './scene/intake/refusal.ts';
import { playStaffEntries } from './scene/intake/staff-entries.ts';
import { playBulletin } from './scene/oversight/bulletin.ts';
import { playExchange } from './scene/oversight/exchange.ts';
import { playFigures } from './scene/oversight/figures.ts';
import { playMonth } from './scene/oversight/month.ts';
import { playOutage } from './scene/oversight/outage.ts';
import { playOversight } from './scene/oversight/oversight.ts';
import { playPromiseLights } from './scene/oversight/promise-lights.ts';
import { playReconciliation } from './scene/oversight/reconciliation.ts';
import { joinPhone } from './scene/resident/join-phone.ts';
import { playPhone } from './scene/resident/phone.ts';
import { playClosing } from './scene/ticket/closing.ts';
import { playDismissal } from './scene/ticket/dismissal.ts';
import { playFollowUp } from './scene/ticket/follow-up.ts';
import { playLadder } from './scene/ticket/ladder.ts';
import { playPendingCalendar } from './scene/ticket/pending-calendar.ts';
import { playReceipt, playTicketFile } from './scene/ticket/ticket-file.ts';
import { playToClosure } from './scene/ticket/to-closure.ts';
import { playWatch } from './scene/ticket/watch.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

/** The ladder moves the clock by weeks. Scenes that need the present day come before it. */
const scenes = [
  joinCity,
  joinPhone,
  playCaseArrival,
  playGoodRatings,
  playBadRating,
  playHallPad,
  playStaffEntries,
  playTicketFile,
  playReceipt,
  playPendingCalendar,
  playForgeries,
  playCaseFile,
  playToClosure,
  playFollowUp,
  playDismissal,
  playLadder,
  playPhone,
  playWatch,
  playExchange,
  playFigures,
  playOutage,
  playRefusal,
  playPromiseLights,
  playOversight,
  playReconciliation,
  playMonth,
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

/** Tells the owner of a running instance what the demo changed. */
const tellChanges = ({ clock, afterwards }: Stage): void => {
  const now = formatTime(clock.now()).slice(0, 16);
  const days = (clock.readShift() / 86_400_000).toFixed(1);
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
    if (!instance.isTemporary) tellChanges(stage);
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
