import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isMessage, messageKinds, plannedKinds } from '../../../shared/domain/message/kind.ts';
import {
  claimMessage,
  failures,
  isDue,
  listCall,
  messageStates,
  planMessage,
  postponeMessage,
  receiveDelivery,
  settleMessage,
  suppressions,
  suppressMessage,
  waitsMs,
} from '../../../shared/domain/message/message.ts';
import type { Message, Published } from '../../../shared/domain/message/message.ts';
import { isRefused, optOutScopes, scopeOf } from '../../../shared/domain/message/opt-out.ts';
import { atCap, unwanted } from '../../../shared/domain/message/wanted.ts';
import { addMs } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';

const friday = at('2026-11-20T15:00:00+08:00');

const planned = (type: Message['type'] = 'receipt'): Message =>
  planMessage(
    { type, projectNo: '330602261120000000017', serviceNumber: 1, mark: 1 },
    {
      place: { creditCode: '11330602MB1TE5T01X', area: '330602' },
      at: friday,
      sendAt: friday,
      now: friday,
    },
  );

describe('a planned message', () => {
  const soon = addMs(friday, 1000);
  const { nextAt: _sendAt, ...begun } = planned();

  it('has not been tried, and is due at its moment', () => {
    expect(planned()).toEqual({
      type: 'receipt',
      projectNo: '330602261120000000017',
      serviceNumber: 1,
      mark: 1,
      id: 'receipt.330602261120000000017-1.1',
      creditCode: '11330602MB1TE5T01X',
      area: '330602',
      at: friday,
      state: 'planned',
      nextAt: friday,
      attempts: 0,
      changedAt: friday,
      version: 1,
    });
    expect([addMs(friday, -1), friday].map((now) => isDue(planned(), now))).toEqual([false, true]);
  });

  it.each([
    ['left out', suppressMessage(planned(), 'opted_out', soon), 'suppressed', 'opted_out'],
    ['put on the list of calls', listCall(planned('call'), soon), 'listed', undefined],
  ])('that is %s is never due again', (_what, message, state, reason) => {
    const { type, id } = message;
    const expected = { ...begun, type, id, state, changedAt: soon, version: 2 };
    expect(message).toEqual(reason === undefined ? expected : { ...expected, reason });
    expect(isDue(message, addMs(friday, 1e10))).toBe(false);
  });

  it('that is put off is planned for the other moment', () => {
    const morning = addMs(friday, 60_000);
    const claimed = claimMessage({ ...planned(), reason: 'no_answer' }, friday);
    expect(postponeMessage(claimed, morning, soon)).toEqual({
      ...begun,
      attempts: 1,
      nextAt: morning,
      changedAt: soon,
      version: 3,
    });
  });

  it('is in one of these states, for one of these reasons', () => {
    expect(messageStates.join(' ')).toBe('planned claimed sent delivered failed suppressed listed');
    expect(suppressions.join(' ')).toBe(
      'rated invited_elsewhere opted_out no_number told_by_ticket number_changed outdated daily_cap off',
    );
    expect(failures).toEqual(['refused', 'no_answer', 'undelivered']);
    expect(plannedKinds.filter((kind) => !isMessage(kind))).toEqual(['call']);
  });
});

describe('an attempt', () => {
  it('is claimed before, and a claim that was abandoned is due again', () => {
    const claimed = claimMessage(planned(), friday);
    expect(claimed).toMatchObject({ state: 'claimed', attempts: 1, version: 2 });
    expect(isDue(claimed, addMs(friday, 119_000))).toBe(false);
    expect(isDue(claimed, addMs(friday, 120_000))).toBe(true);
  });

  it('ends in a final state after few attempts, and every wait grows', () => {
    const said = fc.constantFrom<Published>('accepted', 'refused', 'no_answer');
    fc.assert(
      fc.property(fc.array(said, { minLength: 5, maxLength: 5 }), (answers) => {
        let message = planned();
        let now = friday;
        for (const answer of answers) {
          if (message.nextAt === undefined) break;
          now = message.nextAt;
          message = settleMessage(claimMessage(message, now), answer, now);
        }
        expect(message.nextAt).toBeUndefined();
        expect(['sent', 'failed']).toContain(message.state);
        expect(message.reason === undefined).toBe(message.state === 'sent');
      }),
    );
    expect(waitsMs.map((ms) => ms / 60_000)).toEqual([5, 15, 60, 240]);
  });

  it.each([
    ['accepted', 1, { state: 'sent' }],
    ['refused', 1, { state: 'failed', reason: 'refused' }],
    ['no_answer', 1, { state: 'planned', nextAt: addMs(friday, 300_000) }],
    ['no_answer', 4, { state: 'planned', nextAt: addMs(friday, 14_400_000) }],
    ['no_answer', 5, { state: 'failed', reason: 'no_answer' }],
  ] as const)('whose answer is %s, as number %i, leaves %j', (said, attempts, change) => {
    const { nextAt: _lost, ...claimed } = claimMessage(
      { ...planned(), attempts: attempts - 1 },
      friday,
    );
    expect(settleMessage({ ...claimed, nextAt: friday }, said, friday)).toEqual({
      ...claimed,
      version: 3,
      ...change,
    });
  });

  it('is followed by the first receipt of the gateway, and no other', () => {
    const sent = settleMessage(claimMessage(planned(), friday), 'accepted', friday);
    expect(receiveDelivery(sent, true, friday)).toMatchObject({ state: 'delivered' });
    const failed = receiveDelivery(sent, false, friday);
    expect(failed).toMatchObject({ state: 'failed', reason: 'undelivered' });
    expect(failed && receiveDelivery(failed, true, friday)).toBeUndefined();
    const claimed = receiveDelivery(claimMessage(planned(), friday), true, friday);
    expect(claimed?.state).toBe('delivered');
    expect(claimed?.nextAt).toBeUndefined();
    expect(receiveDelivery(planned(), true, friday)).toBeUndefined();
  });
});

const facts = {
  isRated: true,
  isInvitedElsewhere: false,
  expiresAt: addMs(friday, 1000),
};
const closed = { state: 'closed', appendUntil: addMs(friday, 1000) } as const;
const followUp = { level: 'satisfied', at: friday } as const;

describe('a message that is still wanted', () => {
  it.each([
    ['invitation', { isRated: false }, undefined],
    ['invitation', {}, 'rated'],
    ['invitation', { isRated: false, isInvitedElsewhere: true }, 'invited_elsewhere'],
    ['invitation_reminder', { isRated: false }, undefined],
    ['invitation_reminder', { isRated: false, expiresAt: friday }, 'outdated'],
    ['call', { isRated: false }, undefined],
    ['call', {}, 'rated'],
    ['call', { isRated: false, expiresAt: friday }, 'outdated'],
    ['receipt', {}, undefined],
    ['receipt', { isRated: false }, 'outdated'],
    ['entered', {}, undefined],
    ['entered', { isRated: false }, 'outdated'],
    ['entered', { ticket: closed }, 'told_by_ticket'],
    ['receipt_again', {}, undefined],
    ['receipt_again', { isRated: false }, 'outdated'],
    ['receipt_again', { contested: 'open' }, 'outdated'],
    ['receipt', { contested: 'open' }, 'outdated'],
    ['contest_upheld', {}, undefined],
    ['contest_upheld', { ticket: { state: 'open' } }, 'told_by_ticket'],
    ['contest_rejected', { ticket: { state: 'open' } }, undefined],
    ['contest_rejected', { contested: 'open' }, 'outdated'],
    ['entered', { contested: 'open' }, 'outdated'],
    ['receipt', { contested: 'rejected' }, undefined],
    ['receipt', { contested: 'upheld' }, 'outdated'],
    ['receipt', { contested: 'neither' }, 'outdated'],
    ['contest_received', { contested: 'open' }, undefined],
    ['contest_received', { contested: 'neither' }, 'outdated'],
    ['contest_neither', { contested: 'neither' }, undefined],
    ['contest_neither', { contested: 'open' }, 'outdated'],
    ['answered', { ticket: closed }, undefined],
    ['answered', { ticket: { state: 'open' } }, 'outdated'],
    ['answered', {}, 'outdated'],
    ['extended', { ticket: { state: 'rectifying' } }, undefined],
    ['extended', { ticket: closed }, 'outdated'],
    ['extended', {}, 'outdated'],
    ['hardship', { ticket: { state: 'hardship' } }, undefined],
    ['hardship', { ticket: { state: 'rectifying' } }, 'outdated'],
    ['dismissed', { ticket: { state: 'dismissed' } }, undefined],
    ['dismissed', { ticket: closed }, 'outdated'],
    ['follow_up_ending', { ticket: closed }, undefined],
    ['follow_up_ending', { ticket: { ...closed, followUp } }, 'outdated'],
    ['follow_up_ending', { ticket: { ...closed, appendUntil: friday } }, 'outdated'],
    ['follow_up_ending', { ticket: { state: 'closed' } }, 'outdated'],
    ['follow_up_ending', { ticket: { ...closed, state: 'rectifying' } }, 'outdated'],
    ['follow_up_ending', {}, 'outdated'],
  ] as const)('%s, %j: %s', (type, more, reason) => {
    expect(unwanted({ type }, { ...facts, ...more }, friday)).toBe(reason);
  });

  it('is left out on a day that is full if it only asks for a rating', () => {
    const leftOut = plannedKinds.filter((kind) => atCap(kind) === 'suppress');
    expect(leftOut).toEqual(['invitation', 'invitation_reminder', 'call']);
    expect(atCap('receipt')).toBe('postpone');
  });
});

describe('what a person refuses', () => {
  it('by an invitation is never what they are told about a rating', () => {
    const scope = scopeOf({ by: 'invitation', refuse: true });
    const refused = messageKinds.filter((kind) => isRefused(kind, { scope }));
    expect(refused).toEqual(['invitation', 'invitation_reminder']);
  });

  it('by a receipt is all but that there is a rating, and what is told of a contest', () => {
    const scope = scopeOf({ by: 'receipt', refuse: true });
    const wanted = messageKinds.filter((kind) => !isRefused(kind, { scope }));
    expect(wanted).toEqual([
      'receipt',
      'entered',
      'contest_received',
      'contest_upheld',
      'contest_rejected',
      'contest_neither',
    ]);
    expect(isRefused('receipt_again', { scope })).toBe(true);
  });

  it('is nothing without a choice', () => {
    expect(plannedKinds.filter((kind) => isRefused(kind, undefined))).toEqual([]);
    const refused = plannedKinds.map((kind) => isRefused(kind, { scope: 'none' }));
    expect(new Set(refused)).toEqual(new Set([false]));
    expect(optOutScopes).toEqual(['none', 'invitations', 'all']);
    for (const by of ['invitation', 'receipt'] as const) {
      expect(scopeOf({ by, refuse: false })).toBe('none');
    }
  });
});
