import { describe, expect, it } from 'vitest';

import type { Message } from '../../../shared/domain/message/message.ts';
import {
  entryReceipts,
  receiptStateOf,
  receiptTellers,
} from '../../../shared/domain/rating/entry-receipt.ts';

describe('the receipt of an entered rating', () => {
  it('is in the message of its ticket, otherwise in its own', () => {
    expect(receiptTellers({ projectNo: '330602261120000000017', serviceNumber: 2 })).toEqual([
      'receipt.330602261120000000017-2.1',
      'entered.330602261120000000017-2',
    ]);
  });

  it.each<[Message['state'], Message['reason'], string]>([
    ['planned', undefined, 'waiting'],
    ['claimed', undefined, 'waiting'],
    ['sent', undefined, 'sent'],
    ['delivered', undefined, 'delivered'],
    ['failed', 'refused', 'failed'],
    ['listed', undefined, 'not_sent'],
    ['suppressed', undefined, 'not_sent'],
    ['suppressed', 'opted_out', 'not_sent'],
    ['suppressed', 'no_number', 'no_number'],
    ['suppressed', 'number_changed', 'no_number'],
    ['suppressed', 'off', 'off'],
    ['suppressed', 'told_by_ticket', 'waiting'],
    ['planned', 'off', 'waiting'],
  ])('whose message is %s (%s) is shown as %s', (state, reason, shown) => {
    expect(receiptStateOf({ state, reason })).toBe(shown);
  });

  it('waits while its message is not planned yet', () => {
    expect(receiptStateOf(undefined)).toBe('waiting');
  });

  it('is in one of seven states', () => {
    expect(entryReceipts.join(' ')).toBe('waiting sent delivered failed no_number not_sent off');
  });
});
