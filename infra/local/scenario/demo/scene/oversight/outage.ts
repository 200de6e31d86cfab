import { expectThat } from '../../../player/expectation.ts';
import { drainOutbox, readBook, readOutbox } from '../../outbox.ts';
import type { Stage } from '../../stage.ts';
import { playUnderFaults } from '../../under-faults.ts';
import { inviteResident, rateContact } from '../intake/rate.ts';

const rateThreeContacts = async (stage: Stage): Promise<readonly string[]> => {
  const projectNos: string[] = [];
  for (const channel of ['portal', 'qr', 'sms'] as const) {
    const invited = await inviteResident(stage, channel);
    await rateContact(stage, invited, { level: 'satisfied', tags: ['413'] });
    projectNos.push(invited.projectNo);
  }
  return projectNos;
};

/** Ratings are accepted as usual, and their reports wait. */
const rateDuringOutage = async (stage: Stage): Promise<readonly string[]> => {
  const { tell, clock } = stage;
  const projectNos = await rateThreeContacts(stage);
  await clock.pass(120);
  const { center, entries } = await readOutbox(stage, 'pending');
  const waiting = projectNos.filter((one) => entries.some(({ projectNo }) => projectNo === one));
  expectThat(waiting.length === projectNos.length, 'all of them wait', entries);
  expectThat(center.state === 'silent', 'only a probe goes out now and then', center);
  tell.quote(
    `${center.state} · ${center.why ?? ''} · ${center.failures} failures · since ${center.since ?? ''}`,
  );
  tell.quote(`pending ${entries.length} · next probe ${center.nextProbeAt ?? ''}`);
  tell.pass(
    `省中心中断两小时：评价正常接收，${waiting.length} 件待上报`,
    `two hours without a center: ratings are taken, ${waiting.length} cases wait`,
  );
  return projectNos;
};

/** 省中心中断: no report is lost and none arrives twice. */
export const playOutage = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('省中心中断与恢复', 'The center is down, and comes back');
  const projectNos = await playUnderFaults(stage, { center: { down: true } }, () =>
    rateDuringOutage(stage),
  );
  const minutes = await drainOutbox(stage, projectNos);
  for (const projectNo of projectNos) {
    const kinds = (await readBook(stage, projectNo)).map((one) => `${one.kind} r${one.revision}`);
    expectThat(kinds.join() === 'service r1,rating r1', 'service, then rating, each once', kinds);
  }
  const { center } = await readOutbox(stage, 'pending');
  expectThat(center.state === 'answering', 'the center answers again', center);
  tell.pass(
    `恢复后 ${minutes} 分钟内自动补报，次序不变，各一次`,
    `told within ${minutes} minutes of its return, in order, each once`,
  );
};
