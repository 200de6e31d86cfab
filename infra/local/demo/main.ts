/** `npm run demo`: walks one loop through a running instance, or through one of its own. */
import { parseArgs } from 'node:util';

import { findInstance } from './instance.ts';
import { narrator } from './narrator.ts';
import { badRating } from './scene/bad-rating.ts';
import { caseArrives } from './scene/case-arrives.ts';
import { closing } from './scene/closing.ts';
import { forgeries } from './scene/forgeries.ts';
import { goodRatings } from './scene/good-ratings.ts';
import { hallPad } from './scene/hall-pad.ts';
import { staffEntries } from './scene/staff-entries.ts';
import { receiptView, ticketFile } from './scene/ticket-file.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

const scenes = [
  caseArrives,
  goodRatings,
  badRating,
  hallPad,
  staffEntries,
  ticketFile,
  receiptView,
  forgeries,
  closing,
];

const isColoured = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
const print = (line: string): void => console.log(line);
const tell = narrator(print, isColoured);

const play = async (stage: Stage): Promise<void> => {
  try {
    for (const scene of scenes) await scene(stage);
  } finally {
    for (const undo of stage.leave.toReversed()) await undo();
  }
};

const run = async (): Promise<void> => {
  const { values } = parseArgs({ options: { url: { type: 'string' } } });
  const instance = await findInstance(values.url, print);
  const where = instance.isTemporary ? '临时实例 · a temporary instance' : '运行中的实例 · running';
  print(`好差评闭环演示 · The loop, step by step — ${instance.url} (${where})`);
  try {
    await play(await openStage(instance.url.replace(/\/+$/, ''), tell));
  } finally {
    await instance.close();
  }
};

try {
  await run();
  print('');
  tell.pass('全部与所述一致', 'everything was as told');
} catch (fault) {
  tell.fail(fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault));
  process.exitCode = 1;
}
