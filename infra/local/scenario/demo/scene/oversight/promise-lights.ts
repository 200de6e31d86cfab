import { CaseView } from '../../../../../../events/case/view.ts';
import type { PromiseView } from '../../../../../../events/case/view.ts';
import { PromisedCases } from '../../../../../../events/oversight/view.ts';
import {
  fromEpoch,
  parseInstant,
  toEpoch,
  withOffset,
} from '../../../../../../shared/domain/time/instant.ts';
import { expectBody, expectThat, NotAsTold } from '../../expectation.ts';
import { handler } from '../../fresh-case.ts';
import type { Stage } from '../../stage.ts';
import { reportEvents } from '../intake/case-arrives.ts';

const lists = ['red', 'yellow', 'pending'] as const;
type ListName = (typeof lists)[number];

/** Whether the case is on that list, read page by page. */
const isOn = async (stage: Stage, light: ListName, projectNo: string): Promise<boolean> => {
  const reader = await stage.as(handler);
  let cursor: string | null = '';
  while (cursor !== null) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await reader.get(`/v1/oversight/cases?light=${light}&limit=100${after}`);
    const view = expectBody(page, 200, PromisedCases);
    if (view.cases.some((one) => one.projectNo === projectNo)) return true;
    ({ cursor } = view);
  }
  return false;
};

const listsOf = async (stage: Stage, projectNo: string): Promise<readonly ListName[]> => {
  const found = await Promise.all(
    lists.map(async (light) => ((await isOn(stage, light, projectNo)) ? [light] : [])),
  );
  return found.flat();
};

const promiseOf = async ({ client, system }: Stage, projectNo: string): Promise<PromiseView> => {
  const shown = await client.signed(system).get(`/v1/cases/${projectNo}`);
  const { promise } = expectBody(shown, 200, CaseView);
  if (promise === undefined) throw new NotAsTold('a promise on the case', 'came: none');
  return promise;
};

const justAfter = (text: string | null) => {
  const at = parseInstant(text ?? '');
  if (at === undefined) throw new NotAsTold('a moment of the promise', `came: ${text}`);
  return fromEpoch(toEpoch(at) + 1000);
};

const expectLight = async (stage: Stage, projectNo: string, light: 'green' | 'yellow' | 'red') => {
  const promise = await promiseOf(stage, projectNo);
  expectThat(promise.light === light, `the light is ${light}`, promise);
  const on = await listsOf(stage, projectNo);
  expectThat(on.join() === (light === 'green' ? '' : light), `on the list of ${light}`, on);
  const now = withOffset(fromEpoch(stage.clock.now())).slice(0, 19).replace('T', ' ');
  stage.tell.quote(`${now} · ${light}`);
};

/** It is late for good, and off the lists of what still runs. */
const finishLate = async (stage: Stage, projectNo: string): Promise<void> => {
  const at = withOffset(fromEpoch(stage.clock.now()));
  const ending = { eventId: `${projectNo}-2`, type: 'finished', projectNo, at } as const;
  await reportEvents(stage, [{ ...ending, result: { outcome: 'granted' } }]);
  const { light } = await promiseOf(stage, projectNo);
  const on = await listsOf(stage, projectNo);
  expectThat(light === 'red' && on.length === 0, 'finished late, no longer running', { light, on });
  stage.tell.pass(
    '办结后移出清单，超期情况仍有记录',
    'finished: off the lists, still recorded as late',
  );
};

/** 承诺时限: a promised case turns yellow and red at its moments. */
export const promiseLights = async (stage: Stage): Promise<void> => {
  const { tell, clock } = stage;
  tell.scene('承诺件亮灯', 'A promise turns yellow, then red');
  const event = stage.cases.promised(1);
  const { projectNo } = event;
  await reportEvents(stage, [event]);
  const promise = await promiseOf(stage, projectNo);
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
  await clock.moveTo(justAfter(promise.yellowAt));
  await expectLight(stage, projectNo, 'yellow');
  await clock.moveTo(justAfter(promise.dueAt));
  await expectLight(stage, projectNo, 'red');
  tell.pass('先黄后红，到点即列入清单', 'yellow, then red, each at its moment, on the list');
  await finishLate(stage, projectNo);
};
