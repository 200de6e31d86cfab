import { randomUUID } from 'node:crypto';

import { renderUnicodeCompact } from 'uqr';

import { RatingReceipt } from '../../../../../../events/rating/rating.ts';
import { expectAnswer, expectThat } from '../../../player/expectation.ts';
import type { Stage } from '../../stage.ts';
import { inviteResident, rateContact } from './rate.ts';

const atOnce = 50;

const rateOnPortal = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  const invited = await inviteResident(stage, 'portal');
  const { token, clientRef } = invited;
  const shown = await stage.play('openInvitation', { at: { token } });
  const { levels } = shown.indicators;
  expectThat(!shown.rated && levels.length === 5, 'five levels, none chosen', shown);
  tell.pass('五个等级，无预选', 'five levels, none preselected');
  const words = { level: 'very_satisfied', tags: ['510', '517'] } as const;
  const first = await rateContact(stage, invited, words);
  tell.quote(`回执 ${first.receipt}`);
  const again = await stage.repeat('rate', { body: { token, clientRef, ...words } });
  expectThat(again.repeated && again.receipt === first.receipt, 'the same receipt again', again);
  tell.pass('重复提交得到同一回执', 'a repeat gets the first receipt');
  const other = { token, clientRef, level: 'satisfied', tags: ['413'] };
  const kept = await stage.repeat('rate', { body: other });
  expectThat(kept.differs === true && kept.receipt === first.receipt, 'the first stays', kept);
  tell.pass('改口的内容只作留存，首次评价不变', 'other words are kept, the first rating stays');
  const stranger = { token, clientRef: randomUUID(), ...words };
  await stage.showRefusal('rate', { body: stranger }, '409 already_rated');
  tell.pass('他人以相同内容提交，得不到回执', 'the same words from another page get no receipt');
};

const rateByQrCode = async (stage: Stage): Promise<void> => {
  const invited = await inviteResident(stage, 'qr');
  if (process.stdout.isTTY) stage.tell.quote(renderUnicodeCompact(invited.url));
  stage.tell.quote(`${invited.url.slice(0, 60)}…`);
  await rateContact(stage, invited, { level: 'satisfied', text: '指引清楚，办得挺快。' });
  stage.tell.pass('扫码评价一次', 'rated once by QR code');
};

/** Sends the same rating fifty times at the same moment. */
const rateImpatiently = async (stage: Stage): Promise<void> => {
  const { token, clientRef, channel, projectNo } = await inviteResident(stage, 'sms');
  const body = { token, clientRef, level: 'very_satisfied', tags: ['514'] };
  const replies = await Promise.all(
    Array.from({ length: atOnce }, () => stage.send('rate', { body })),
  );
  const created = replies.filter(({ status }) => status === 201).length;
  const asked = { what: 'rating', statuses: [200, 201] };
  const receipts = new Set(
    replies.map((reply) => expectAnswer(reply, asked, RatingReceipt).receipt),
  );
  expectThat(created === 1, 'one of them makes the rating', created);
  expectThat(receipts.size === 1, 'all get the same receipt', receipts.size);
  stage.rated.push({ channel, projectNo, receipt: [...receipts][0] ?? '', bad: false });
  stage.tell.pass(`同时提交 ${atOnce} 次，只记一次`, `${atOnce} identical posts make one rating`);
};

/** 好评: portal, QR code, SMS and terminal. */
export const playGoodRatings = async (stage: Stage): Promise<void> => {
  stage.tell.scene('企业和群众评价', 'Citizens and businesses rate');
  stage.tell.say(
    '每次服务生成一个评价链接，限评价一次。',
    'Each contact has one signed link, valid for one rating.',
  );
  await rateOnPortal(stage);
  await rateByQrCode(stage);
  await rateImpatiently(stage);
  const words = { level: 'basically_satisfied', tags: ['309'] } as const;
  await rateContact(stage, await inviteResident(stage, 'terminal'), words);
  stage.tell.pass('自助终端评价一次', 'rated once at a terminal');
};
