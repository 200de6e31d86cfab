import {
  fromEpoch,
  parseInstant,
  toEpoch,
  withOffset,
} from '../../../../../../shared/domain/time/instant.ts';
import { makeEvent } from '../../../player/case-event.ts';
import { expectPresent, expectThat } from '../../../player/expectation.ts';
import { handler } from '../../case-maker.ts';
import { formatTime } from '../../format-time.ts';
import type { Stage } from '../../stage.ts';

const lists = ['red', 'yellow', 'pending'] as const;
type ListName = (typeof lists)[number];

const isOn = async (stage: Stage, light: ListName, projectNo: string): Promise<boolean> => {
  const pages = stage.pages('listPromises', { by: handler, query: { light } });
  for await (const { cases } of pages) {
    if (cases.some((one) => one.projectNo === projectNo)) return true;
  }
  return false;
};

/** The lists that contain the case. */
const findLists = async (stage: Stage, projectNo: string): Promise<readonly ListName[]> => {
  const found = await Promise.all(
    lists.map(async (light) => ((await isOn(stage, light, projectNo)) ? [light] : [])),
  );
  return found.flat();
};

const readPromise = async (stage: Stage, projectNo: string) => {
  const { promise } = await stage.play('readCase', { at: { projectNo } });
  return expectPresent(promise, 'a promise on the case');
};

const addSecond = (text: string | null) => {
  const at = expectPresent(parseInstant(text ?? ''), `a moment of the promise, not ${text}`);
  return fromEpoch(toEpoch(at) + 1000);
};

const expectLight = async (stage: Stage, projectNo: string, light: 'green' | 'yellow' | 'red') => {
  const promise = await readPromise(stage, projectNo);
  expectThat(promise.light === light, `the light is ${light}`, promise);
  const on = await findLists(stage, projectNo);
  expectThat(on.join() === (light === 'green' ? '' : light), `on the list of ${light}`, on);
  stage.tell.quote(`${formatTime(stage.clock.now())} · ${light}`);
};

/** Finishes the case. It stays late, and leaves the lists of running cases. */
const finishLate = async (stage: Stage, projectNo: string): Promise<void> => {
  const at = withOffset(fromEpoch(stage.clock.now()));
  const result = { outcome: 'granted' } as const;
  const events = [makeEvent(projectNo, 2, { type: 'finished', at, result })];
  await stage.play('reportEvents', { body: { events } });
  const { light } = await readPromise(stage, projectNo);
  const on = await findLists(stage, projectNo);
  expectThat(light === 'red' && on.length === 0, 'finished late, no longer running', { light, on });
  stage.tell.pass(
    '办结后移出清单，超期情况仍有记录',
    'finished: off the lists, still recorded as late',
  );
};

/** 承诺时限: a promised case turns yellow and red at its moments. */
export const playPromiseLights = async (stage: Stage): Promise<void> => {
  const { tell, clock } = stage;
  tell.scene('承诺件亮灯', 'A promise turns yellow, then red');
  const event = stage.cases.createPromisedCase(1);
  const { projectNo } = event;
  await stage.play('reportEvents', { body: { events: [event] } });
  const promise = await readPromise(stage, projectNo);
  tell.say(
    `承诺 ${promise.workingDays} 个工作日。`,
    `Promised within ${promise.workingDays} working day.`,
  );
  if (promise.light === 'pending_calendar') {
    expectThat(await isOn(stage, 'pending', projectNo), 'listed as waiting', promise);
    tell.pass(
      '下一年度节假日安排待公布，列入待定',
      'next year’s calendar is awaited, and it is listed',
    );
    return;
  }
  tell.quote(`黄灯 ${promise.yellowAt ?? ''} · 到期 ${promise.dueAt ?? ''}`);
  await expectLight(stage, projectNo, 'green');
  await clock.moveTo(addSecond(promise.yellowAt));
  await expectLight(stage, projectNo, 'yellow');
  await clock.moveTo(addSecond(promise.dueAt));
  await expectLight(stage, projectNo, 'red');
  tell.pass('先黄后红，到点即列入清单', 'yellow, then red, each at its moment, on the list');
  await finishLate(stage, projectNo);
};
