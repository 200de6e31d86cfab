import { expectThat } from '../../../player/expectation.ts';
import type { Stage } from '../../stage.ts';
import { inviteResident, rateContact } from './rate.ts';

/** 差评: a bad rating gives its reason and opens a ticket in the same write. */
export const playBadRating = async (stage: Stage): Promise<void> => {
  const { tell, showRefusal } = stage;
  tell.scene('差评即工单', 'A bad rating is a ticket');
  const invited = await inviteResident(stage, 'app');
  const { token, clientRef } = invited;
  const level = 'dissatisfied' as const;
  await showRefusal('rate', { body: { token, clientRef, level } }, '422 reason_missing');
  tell.pass('没有理由的差评请其补充', 'a bad rating without a reason is asked for one');
  const retired = { token, clientRef, level, tags: ['203'] };
  await showRefusal('rate', { body: retired }, '422 retired_indicator');
  const other = { token, clientRef, level, tags: ['517'] };
  await showRefusal('rate', { body: other }, '422 indicator_of_other_level');
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
