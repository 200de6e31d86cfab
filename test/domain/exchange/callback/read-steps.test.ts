import { describe, expect, it } from 'vitest';

import { readWorkOrders } from '../../../../shared/domain/exchange/callback/read-steps.ts';

const entry = {
  dealTime: '2026-11-21 10:00:00',
  status: '2',
  dealerId: 'u-9',
  dealInfo: ' 已联系 ',
};
const taken = {
  doneAt: '2026-11-21T02:00:00.000Z',
  status: '2',
  dealerId: 'u-9',
  note: '已联系',
};

const ordersOf = (...orders: readonly unknown[]) =>
  readWorkOrders({ caseModelList: orders }).orders;
const read = (...entries: readonly unknown[]) =>
  ordersOf({ code: 'G-1', caseWorkflowModelList: entries })[0]!;

/** Whether an order without a course, with these members, is complete. */
const isWhole = (members: object): boolean =>
  ordersOf({ code: 'G-1', ...members }).every(({ complete }) => complete);

describe('the work orders of the province', () => {
  it('come with their courses, each in the order of its moments', () => {
    const later = { ...entry, dealTime: '2026-11-21 10:00:01', status: '3' };
    const last = { ...entry, dealTime: '2026-11-22 09:00:00', status: '4' };
    const orders = ordersOf(
      { code: 'G-1', caseWorkflowModelList: [last, entry, later] },
      { code: 8, caseWorkflowModelList: [] },
    );
    expect(orders).toEqual([
      {
        code: 'G-1',
        entries: [
          taken,
          { ...taken, doneAt: '2026-11-21T02:00:01.000Z', status: '3' },
          { ...taken, doneAt: '2026-11-22T01:00:00.000Z', status: '4' },
        ],
        complete: true,
      },
      { code: '8', entries: [], complete: true },
    ]);
  });

  it('keep entries of one moment in the order in which they came', () => {
    const notes = ['一', '二', '三'];
    const { entries } = read(...notes.map((dealInfo) => ({ ...entry, dealInfo })));
    expect(entries.map(({ note }) => note)).toEqual(notes);
  });

  it.each([{}, { caseModelList: null }, { list: [] }, undefined])('are none in %j', (callback) => {
    expect(readWorkOrders(callback)).toEqual({ orders: [], complete: true });
  });

  it('may come as one that is no list, and so may a course', () => {
    const order = { code: 'G-1', entries: [taken], complete: true };
    const alone = { code: 'G-1', caseWorkflowModelList: entry };
    expect(readWorkOrders({ caseModelList: alone })).toEqual({ orders: [order], complete: true });
  });

  it.each(['工单', 5, true])('are not read from %j, and that is said', (caseModelList) => {
    expect(readWorkOrders({ caseModelList })).toEqual({ orders: [], complete: false });
    expect(readWorkOrders({ list: [caseModelList] })).toEqual({ orders: [], complete: false });
  });

  it.each([{}, null, 5, 'x', [], { caseWorkflowModelList: '督办' }, { steps: [entry] }])(
    'are not complete when there is no course in %j',
    (order) => {
      expect(readWorkOrders({ caseModelList: [order] })).toEqual({
        orders: [{ code: '', entries: [], complete: false }],
        complete: false,
      });
    },
  );

  it('may have an empty course', () => {
    const nothing = { code: '', entries: [], complete: true };
    expect(ordersOf({ caseWorkflowModelList: null })).toEqual([nothing]);
    expect(ordersOf({ code: 'G-1', evaluationId: 5 })).toEqual([{ ...nothing, code: 'G-1' }]);
    const elsewhere = { code: 'G-1', steps: [entry] };
    expect(ordersOf(elsewhere)).toEqual([{ ...nothing, code: 'G-1', complete: false }]);
  });

  it('without a course are complete, unless something else may be one', () => {
    expect(isWhole({ status: 2, evaluationId: 5, caseType: '1' })).toBe(true);
    expect(isWhole({ status: 2, evaluationId: [], caseType: {} })).toBe(true);
    expect(isWhole({ status: [entry], evaluationId: 5 })).toBe(false);
    expect(isWhole({ status: 2, evaluationId: entry })).toBe(false);
  });

  it('say when their code could not be kept as it came', () => {
    const caseWorkflowModelList: unknown[] = [];
    expect(ordersOf({ code: 'x'.repeat(64), caseWorkflowModelList })).toEqual([
      { code: 'x'.repeat(64), entries: [], complete: true },
    ]);
    expect(ordersOf({ code: 'x'.repeat(65), caseWorkflowModelList: [entry] })).toEqual([
      { code: 'x'.repeat(64), entries: [taken], complete: false },
    ]);
    expect(ordersOf({ code: {}, caseWorkflowModelList })).toEqual([
      { code: '', entries: [], complete: false },
    ]);
  });
});

describe('an entry of a course', () => {
  it.each([
    ['without anything but its time', { dealTime: entry.dealTime }, true],
    [
      'with nothing in its members',
      { dealTime: entry.dealTime, status: '', dealerId: null, dealInfo: ' ' },
      true,
    ],
    [
      'with what is no text',
      { dealTime: entry.dealTime, status: {}, dealerId: [], dealInfo: true },
      false,
    ],
  ])('%s says nothing of who did what', (_what, sent, complete) => {
    const nothing = { doneAt: taken.doneAt, status: '', dealerId: null, note: null };
    expect(read(sent)).toEqual({ code: 'G-1', entries: [nothing], complete });
  });

  it.each([
    ['status', { status: '状'.repeat(65) }, { status: '状'.repeat(64) }],
    ['dealerId', { dealerId: 'u'.repeat(65) }, { dealerId: 'u'.repeat(64) }],
    ['note', { dealInfo: '字'.repeat(20_001) }, { note: '字'.repeat(20_000) }],
    ['damaged note', { dealInfo: '慢\uD83D！' }, { note: '慢\uFFFD！' }],
    ['unreadable status', { status: {} }, { status: '' }],
    ['unreadable dealer', { dealerId: {} }, { dealerId: null }],
    ['unreadable note', { dealInfo: {} }, { note: null }],
    ['note in another form', { dealInfo: ['慢', { en: 'slow' }] }, { note: '慢\nslow' }],
    ['member of another name', { result: '已办' }, {}],
  ])('is kept as far as it can be, and is not complete: %s', (_what, change, kept) => {
    expect(read({ ...entry, ...change })).toEqual({
      code: 'G-1',
      entries: [{ ...taken, ...kept }],
      complete: false,
    });
  });

  it.each([
    ['the longest status', { status: '状'.repeat(64) }],
    ['the longest note', { dealInfo: '字'.repeat(20_000) }],
  ])('is complete with %s', (_what, change) => {
    expect(read({ ...entry, ...change }).complete).toBe(true);
  });

  it('that says only one thing is kept, and is not complete without a time', () => {
    const nothing = { doneAt: undefined, sentTime: 'null', status: '', dealerId: null, note: null };
    expect(read({ status: '3' }, { dealerId: 'u-9' }, { dealInfo: '已联系' })).toEqual({
      code: 'G-1',
      entries: [
        { ...nothing, status: '3' },
        { ...nothing, dealerId: 'u-9' },
        { ...nothing, note: '已联系' },
      ],
      complete: false,
    });
  });

  it('without a time comes last as it was sent, and is not complete', () => {
    const expected = { code: 'G-1', entries: [taken], complete: false };
    const undated = { ...taken, doneAt: undefined, sentTime: '"昨天"' };
    const entries = [taken, taken, undated];
    expect(read({ ...entry, dealTime: '昨天' }, entry, entry)).toEqual({ ...expected, entries });
    expect(read(entry, {})).toEqual(expected);
    expect(read(null)).toEqual({ code: 'G-1', entries: [], complete: false });
  });
});
