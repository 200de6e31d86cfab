import { createHash } from 'node:crypto';

import { PeriodBuilt, PeriodSubmitted } from '../../../../../../events/period/view.ts';
import { civilDateOf } from '../../../../../../shared/domain/time/instant.ts';
import { monthOf } from '../../../../../../shared/domain/time/month.ts';
import { centerOverview } from '../../center-book.ts';
import { downloadFile } from '../../download.ts';
import { expectBody, expectThat, inShort, expectProblem } from '../../expectation.ts';
import type { Stage } from '../../stage.ts';

const builder = 'sysadmin';
const submitter = 'supervisor-city';

const buildPeriod = async (stage: Stage, path: string) =>
  (await stage.as(builder)).post<unknown>(`${path}/build`, {});

/** Built twice, the same to the byte. */
const draftPeriod = async (stage: Stage, path: string): Promise<string> => {
  const { tell } = stage;
  const first = await buildPeriod(stage, path);
  const { digest, edition } = expectBody(first, first.status === 201 ? 201 : 200, PeriodBuilt);
  const again = expectBody(await buildPeriod(stage, path), 200, PeriodBuilt);
  expectThat(again.digest === digest && !again.changed, 'the same draft', again);
  const { bytes } = await downloadFile(stage, 'auditor', path);
  const own = createHash('sha256').update(bytes).digest('hex');
  expectThat(own === digest, 'the digest of the bytes themselves', { own, digest });
  tell.quote(`${path} · edition ${edition} · ${bytes.length} bytes`);
  tell.quote(`sha-256 ${digest}\nsha-256 ${again.digest}`);
  tell.pass('两次生成，摘要相同', 'built twice, the same digest');
  return digest;
};

const submitPeriod = async (stage: Stage, path: string, digest: string): Promise<void> => {
  const { tell } = stage;
  const own = await (await stage.as(builder)).post(`${path}/submit`, { digest });
  tell.quote(inShort(expectProblem(own, 403, 'same_person')));
  const sent = await (await stage.as(submitter)).post(`${path}/submit`, { digest });
  const { state, receipt, submittedBy } = expectBody(sent, 200, PeriodSubmitted);
  expectThat(state === 'accepted', 'the center accepted it', { state, receipt });
  tell.quote(`${submittedBy ?? ''} → ${state} · ${receipt?.code ?? ''} ${receipt?.message ?? ''}`);
  tell.pass('由他人复核后提交，省中心已接收', 'submitted by another person, accepted');
};

/** 月度汇总: of the month in which the demo began, which is over by now. */
export const monthReport = async (stage: Stage): Promise<void> => {
  const { tell, clock, begunAt } = stage;
  const month = monthOf(civilDateOf(begunAt));
  tell.scene(`${month} 月度汇总`, `The month ${month} goes to the province`);
  await clock.settle();
  const path = `/v1/reports/${month}`;
  const digest = await draftPeriod(stage, path);
  await submitPeriod(stage, path, digest);
  const { periods } = await centerOverview(stage);
  const held = periods.find((one) => one.period === month);
  expectThat(held?.digest === digest && held.state === 'accepted', 'the center holds it', held);
  tell.quote(inShort(expectProblem(await buildPeriod(stage, path), 409, 'period_submitted')));
  tell.pass('已提交的月份不再重新生成', 'a submitted month is never built again');
};
