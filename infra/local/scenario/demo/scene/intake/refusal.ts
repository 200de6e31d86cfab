import { expectThat } from '../../../player/expectation.ts';
import { department, supervisor as by } from '../../case-maker.ts';
import { readBook, readOutbox, readReports } from '../../outbox.ts';
import type { Stage } from '../../stage.ts';
import { playUnderFaults } from '../../under-faults.ts';
import { inviteResident, rateContact } from './rate.ts';

const record = 'service-01';
const { orgCode, name: departmentName } = department;

const findStuck = async (stage: Stage, projectNo: string) =>
  (await readOutbox(stage, 'stuck')).entries.find((entry) => entry.projectNo === projectNo);

/** Shows the refusal of the center and the records that wait behind it. */
const showStuck = async (stage: Stage): Promise<string> => {
  const { tell, clock } = stage;
  const invited = await inviteResident(stage, 'terminal');
  await clock.settle();
  await rateContact(stage, invited, { level: 'satisfied', tags: ['413'] });
  await clock.settle();
  const entry = await findStuck(stage, invited.projectNo);
  expectThat(entry?.rejected.join() === record, 'the service record is refused', entry);
  expectThat(entry?.waiting.includes('rating-01-1') === true, 'the rating waits for it', entry);
  const { records } = await readReports(stage, invited.projectNo);
  const receipt = records.find((one) => one.record === record)?.receipt;
  const isRefused = receipt?.by === 'center' && receipt.code === '1007';
  expectThat(isRefused, 'the center’s own words', receipt);
  tell.quote(`${record} · ${receipt?.code ?? ''} ${receipt?.message ?? ''}`);
  tell.quote(`待上报 · waiting: ${entry?.waiting.join(', ') ?? ''}`);
  tell.pass(
    '被退回的记录及其后续记录均列入上报失败清单',
    'refused records and those that wait are listed',
  );
  return invited.projectNo;
};

const correctRecord = async (stage: Stage, projectNo: string): Promise<void> => {
  const { tell } = stage;
  const at = { projectNo };
  const corrections = { orgCode, departmentName };
  const body = { record, reason: '已与省中心核对部门编码', corrections };
  await stage.play('resendReport', { by, at, body });
  await stage.clock.pass(6);
  expectThat((await findStuck(stage, projectNo)) === undefined, 'stuck no more', projectNo);
  const { records, outbox: entry } = await readReports(stage, projectNo);
  const isAccepted = records.every(({ state }) => state === 'accepted');
  expectThat(isAccepted && entry === null, 'everything is accepted', records);
  const kinds = (await readBook(stage, projectNo)).map(({ kind }) => kind);
  expectThat(kinds.join() === 'service,rating', 'service, then rating', kinds);
  for (const one of records) tell.quote(`${one.record} · ${one.receipt?.receiptNo ?? ''}`);
  tell.pass('更正后重报，记录与评价均已接收', 'corrected, sent again, accepted with its rating');
  const withdrawal = { by, at, body: { record: 'rating-01-1', reason: '演示，经核对属实' } };
  await stage.showRefusal('withdrawReport', withdrawal, '422 report_not_withdrawable');
  tell.pass('评价不得撤回', 'a rating cannot be withdrawn');
};

/** 省中心拒收: a refusal stops one case until a person corrects it. */
export const playRefusal = async (stage: Stage): Promise<void> => {
  stage.tell.scene('省中心退回一条记录', 'The center refuses a record');
  const faults = { center: { refuse: { code: '1007', times: 1 } } };
  await correctRecord(stage, await playUnderFaults(stage, faults, () => showStuck(stage)));
};
