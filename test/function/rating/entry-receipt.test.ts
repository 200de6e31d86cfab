import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { showEntry } from '../../../functions/rating/entry/show.ts';
import { messageStates, suppressions } from '../../../shared/domain/message/message.ts';
import { subjectOfRating } from '../../../shared/domain/message/occasion.ts';
import { messageIdOf } from '../../../shared/domain/message/subject.ts';
import { entryReceipts, receiptStateOf } from '../../../shared/domain/rating/entry-receipt.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { messageWorks } from '../../support/message-works.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';

const hour = 60 * 60_000;
const good = {
  serviceNumber: 1,
  channel: 'hotline',
  record: '12345-20261120-0001',
  level: 'very_satisfied',
  tags: [],
  contactConsent: false,
};
const bad = { ...good, level: 'dissatisfied', tags: ['209'], text: '办理太慢' };

const setUp = async (said: object, number: 'with_number' | 'without_number' = 'with_number') => {
  const world = newWorld();
  const by = await world.integrator();
  const projectNo = nextProjectNo();
  const event = acceptedEvent({ projectNo, at: world.clock.now() });
  const { mobile, ...unnumbered } = event.header!.applicant;
  const applicant = number === 'with_number' ? { ...unnumbered, mobile } : unnumbered;
  const header = { ...event.header, applicant };
  await world.call('POST /v1/cases', { by, body: { events: [{ ...event, header }] } });
  const works = messageWorks(world.stores, world.clock);
  const entered = await world.call('POST /v1/entries', {
    as: people.operator,
    body: { projectNo, ...said },
  });
  const { id } = bodyOf<{ id: string }>(entered);
  const show = (as: Person = people.operator) =>
    world.call('GET /v1/entries/{id}', { as, path: { id } });
  return {
    world,
    works,
    projectNo,
    id,
    show,
    receipt: async () => bodyOf<{ receipt: string | null }>(await show()).receipt,
    confirm: (matches = true) => {
      const ruling = { as: people.secondOperator, path: { id }, body: { matches } };
      return world.call('POST /v1/entries/{id}/confirm', ruling);
    },
    /** What the stream calls for: the receipt of the rating, and what the steps of its ticket tell. */
    tell: async () => {
      const key = { projectNo, serviceNumber: 1, assessNumber: 1 } as const;
      const rating = await world.stores.ratings.find(key);
      const subject = rating && subjectOfRating(rating);
      if (subject !== undefined) await works.send(messageIdOf(subject));
      await works.tell(`${projectNo}-1`);
    },
  };
};

describe('the receipt of an entered rating', () => {
  it('goes to the number of the case, once, and staff see that it was sent', async () => {
    const { works, projectNo, show, receipt, confirm, tell } = await setUp(good);
    expect(bodyOf(await show())).toMatchObject({ state: 'awaiting', receipt: null });
    await confirm();
    expect(await receipt()).toBe('waiting');
    await tell();
    await tell();
    expect(works.taken).toHaveLength(1);
    const [{ text, requestId } = { text: '', requestId: '' }] = works.taken;
    expect(requestId).toBe(`entered.${projectNo}-1`);
    expect(text).toMatch(
      /^【示例市政务服务】您对“食品经营许可”的评价已由工作人员代为登记，查询回执：https:\S+\/receipt\/\S+$/,
    );
    const shown = await show();
    expect(bodyOf(shown)).toMatchObject({
      state: 'confirmed',
      checkedBy: people.secondOperator.id,
      receipt: 'sent',
    });
    expect(JSON.stringify(shown.body)).not.toMatch(/\d{21}-1-|1380000|食品/);
  });

  it('of a bad one is in the message of its ticket, and in no second one', async () => {
    const { works, projectNo, receipt, confirm, tell } = await setUp(bad);
    await confirm();
    await tell();
    expect(works.taken.map(({ requestId }) => requestId)).toEqual([`receipt.${projectNo}-1.1`]);
    expect(await works.find(`entered.${projectNo}-1`)).toMatchObject({
      state: 'suppressed',
      reason: 'told_by_ticket',
    });
    expect(await receipt()).toBe('sent');
  });

  it('waits for the morning, and its delivery is seen', async () => {
    const { world, works, projectNo, receipt, confirm, tell } = await setUp(good);
    world.clock.advance(12 * hour);
    await confirm();
    await tell();
    expect([works.taken.length, await receipt()]).toEqual([0, 'waiting']);
    world.clock.advance(11 * hour);
    await works.sweep();
    const by = await world.integrator(['messages']);
    const receipts = [{ requestId: `entered.${projectNo}-1`, delivered: true }];
    await world.call('POST /v1/messages/receipts', { by, body: { receipts } });
    expect([works.taken.length, await receipt()]).toEqual([1, 'delivered']);
  });

  it('of a case without a number is sent nowhere, which staff see', async () => {
    const { works, receipt, confirm, tell } = await setUp(good, 'without_number');
    await confirm();
    await tell();
    expect([works.taken.length, await receipt()]).toEqual([0, 'no_number']);
  });

  it('is none while the entry is no rating, or the deployment sends no messages', async () => {
    const rejected = await setUp(good);
    await rejected.confirm(false);
    expect(bodyOf(await rejected.show())).toMatchObject({ state: 'rejected', receipt: null });
    const { world, id, confirm } = await setUp(good);
    await confirm();
    const silent = showEntry({ ...world.stores, sendsMessages: false });
    const request = { pathParameters: { id } } as never;
    const answer = await silent(request, { ...people.operator, id: 'u' });
    expect(answer.body).toMatchObject({ receipt: 'off' });
  });

  it('is shown to nobody who does not reach its area', async () => {
    const { show } = await setUp(good);
    const elsewhere = { ...people.operator, area: '330681' };
    expect(outcomeOf(await show(elsewhere))).toBe('404 entry_unknown');
    expect(outcomeOf(await show(people.handler))).toBe('403 role_missing');
  });

  it('has a state for staff whatever became of its message, which names no choice of a person', () => {
    const shown = messageStates.map((state) => receiptStateOf({ state }));
    expect(shown.every((state) => entryReceipts.includes(state))).toBe(true);
    const told = suppressions.map((reason) => receiptStateOf({ state: 'suppressed', reason }));
    expect(Object.fromEntries(suppressions.map((reason, index) => [reason, told[index]]))).toEqual({
      rated: 'not_sent',
      invited_elsewhere: 'not_sent',
      opted_out: 'not_sent',
      no_number: 'no_number',
      number_changed: 'no_number',
      told_by_ticket: 'waiting',
      outdated: 'not_sent',
      daily_cap: 'not_sent',
      off: 'off',
    });
  });
});
