import { createHash } from 'node:crypto';

import { civilDateOf } from '../../../../../../shared/domain/time/instant.ts';
import { monthOf } from '../../../../../../shared/domain/time/month.ts';
import type { Month } from '../../../../../../shared/domain/time/month.ts';
import { expectThat } from '../../../player/expectation.ts';
import { downloadFile } from '../../download.ts';
import type { Stage } from '../../stage.ts';

const buildOf = (period: Month) => ({ by: 'sysadmin', at: { period }, body: {} });

/** Builds the period twice and expects the same bytes. */
const draftPeriod = async (stage: Stage, month: Month): Promise<string> => {
  const { tell } = stage;
  const path = `/v1/reports/${month}`;
  const { digest, edition } = await stage.ensure('buildPeriod', buildOf(month));
  const again = await stage.repeat('buildPeriod', buildOf(month));
  expectThat(again.digest === digest && !again.changed, 'the same draft', again);
  const { bytes } = await downloadFile(stage, 'auditor', path);
  const own = createHash('sha256').update(bytes).digest('hex');
  expectThat(own === digest, 'the digest of the bytes themselves', { own, digest });
  tell.quote(`${path} · edition ${edition} · ${bytes.length} bytes`);
  tell.quote(`sha-256 ${digest}\nsha-256 ${again.digest}`);
  tell.pass('两次生成，摘要相同', 'built twice, the same digest');
  return digest;
};

const submitPeriod = async (stage: Stage, period: Month, digest: string): Promise<void> => {
  const { tell } = stage;
  const submission = { at: { period }, body: { digest } };
  await stage.showRefusal('submitPeriod', { by: 'sysadmin', ...submission }, '403 same_person');
  const submitted = await stage.play('submitPeriod', { by: 'supervisor-city', ...submission });
  const { state, receipt, submittedBy } = submitted;
  expectThat(state === 'accepted', 'the center accepted it', { state, receipt });
  tell.quote(`${submittedBy ?? ''} → ${state} · ${receipt?.code ?? ''} ${receipt?.message ?? ''}`);
  tell.pass('由他人复核后提交，省中心已接收', 'submitted by another person, accepted');
};

/** 月度汇总: the month in which the demo began. It is over by now. */
export const playMonth = async (stage: Stage): Promise<void> => {
  const { tell, clock, begunAt } = stage;
  const month = monthOf(civilDateOf(begunAt));
  tell.scene(`${month} 月度汇总`, `The month ${month} goes to the province`);
  await clock.settle();
  const digest = await draftPeriod(stage, month);
  await submitPeriod(stage, month, digest);
  const { periods } = await stage.play('readCenterOverview', {});
  const held = periods.find((one) => one.period === month);
  expectThat(held?.digest === digest && held.state === 'accepted', 'the center holds it', held);
  await stage.showRefusal('buildPeriod', buildOf(month), '409 period_submitted');
  tell.pass('已提交的月份不再重新生成', 'a submitted month is never built again');
};
