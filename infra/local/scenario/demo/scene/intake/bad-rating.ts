import { inShort, expectProblem, expectThat } from '../../expectation.ts';
import type { Stage } from '../../stage.ts';
import { inviteResident, rateContact, submitRating } from './rate.ts';

/** 差评: says why, in as few steps as a good one, and is a ticket in the same write. */
export const badRating = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('差评即工单', 'A bad rating is a ticket');
  const invited = await inviteResident(stage, 'app');
  const level = 'dissatisfied' as const;
  const silent = await submitRating(stage, invited, { level });
  tell.quote(inShort(expectProblem(silent, 422, 'reason_missing')));
  tell.pass('没有理由的差评请其补充', 'a bad rating without a reason is asked for one');
  const retired = await submitRating(stage, invited, { level, tags: ['203'] });
  tell.quote(inShort(expectProblem(retired, 422, 'retired_indicator')));
  const other = await submitRating(stage, invited, { level, tags: ['517'] });
  tell.quote(inShort(expectProblem(other, 422, 'indicator_of_other_level')));
  tell.pass('停用或不属该等级的指标被拒绝', 'retired or mismatched indicators are refused');
  const { ticket, receipt } = await rateContact(stage, invited, {
    level,
    tags: ['209', '214'],
    text: '超过承诺时间好几天，问的时候态度也不好。',
    contactConsent: true,
  });
  expectThat(ticket?.state === 'open', 'the ticket is open', ticket);
  tell.quote(`回执 ${receipt}`);
  tell.quote(`回访期限 ${ticket?.contactDue ?? '—'} · 整改期限 ${ticket?.rectifyDue ?? '—'}`);
  tell.pass('同一次写入：评价、工单、期限', 'rating, ticket and deadlines in one write');
};
