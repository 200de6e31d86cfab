import { describe, expect, it } from 'vitest';

import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { bodyOf, newWorld } from '../world.ts';

const at = '2026-11-20T09:00:00+08:00';
const later = '2026-11-20T09:10:00+08:00';

interface Item {
  readonly outcome: string;
  readonly notTaken?: readonly string[];
}

/** A case of one event, whose contact has a place and no staff; `tell` sends another event. */
const setUp = async () => {
  const world = newWorld();
  const key = await world.integrator();
  const projectNo = nextProjectNo();
  const { header: whole, contact, ...event } = acceptedEvent({ projectNo, at });
  const header = { ...whole, applicant: { kind: 'person', name: '测试甲' } };
  const { staff: _staff, ...met } = { staff: undefined, ...contact };
  const place = { ...met, hall: '330602-H1', window: 'A03' };
  let calls = 0;
  const tell = async (given: object) => {
    calls += 1;
    const call = { by: key, body: { events: [given] }, nonce: `n${calls}` };
    const [item] = bodyOf<{ items: Item[] }>(await world.call('POST /v1/cases', call)).items;
    return item;
  };
  const first = { ...event, header, contact: place };
  expect(await tell(first)).toMatchObject({ outcome: 'stored' });
  const finished = { eventId: 'f', type: 'finished', projectNo, at: later };
  const known = async () => (await world.stores.cases.find(projectNo))!;
  return { world, tell, first, header, place, finished, known };
};

describe('a contact that is told again', () => {
  it('with less, is the same, and the end of its case is stored', async () => {
    const { tell, finished, place, known } = await setUp();
    const { hall: _hall, window: _window, ...bare } = place;
    const told = await tell({ ...finished, contact: bare });
    expect(told).not.toHaveProperty('notTaken');
    expect(await known()).toMatchObject({ contacts: [{ hall: '330602-H1', window: 'A03' }] });
    expect((await known()).timeline.at(-1)?.type).toBe('finished');
  });

  it('with more, is completed, also by a repeat', async () => {
    const { tell, first, place, finished, known } = await setUp();
    const staff = { id: 'YC-1', name: '王示例' };
    expect(await tell({ ...first, contact: { ...place, staff } })).toMatchObject({
      outcome: 'repeat',
    });
    expect((await known()).contacts).toMatchObject([{ window: 'A03', staff }]);
    const other = { ...place, window: 'B01', staff: { ...staff, name: '李示例' } };
    expect(await tell({ ...finished, contact: other })).toMatchObject({
      outcome: 'stored',
      notTaken: ['/contact/window', '/contact/staff'],
    });
    expect((await known()).contacts).toMatchObject([{ window: 'A03', staff }]);
  });

  it('with its hall first and its window later, is shown at the window', async () => {
    const { world, tell, first, finished, place } = await setUp();
    const { window: _window, ...inHall } = { ...place, serviceNumber: 2 };
    await tell({ ...first, eventId: 'h', contact: inHall });
    const { hall: _hall, ...atWindow } = { ...place, serviceNumber: 2, window: 'A09' };
    await tell({ ...finished, contact: atWindow });
    const shown = await world.stores.cases.shownAt({ hall: '330602-H1', window: 'A09' });
    expect(shown).toMatchObject({ projectNo: first.projectNo, serviceNumber: 2 });
  });

  it('at another hall, does not get the window of that one', async () => {
    const { world, tell, first, place, known } = await setUp();
    const { window: _window, ...inHall } = place;
    const event = { ...first, eventId: 'h', contact: { ...inHall, serviceNumber: 2 } };
    await tell(event);
    const elsewhere = { ...event.contact, hall: '330602-H2', window: 'C01' };
    expect(await tell({ ...event, eventId: 'i', contact: elsewhere })).toMatchObject({
      notTaken: ['/contact/hall', '/contact/window'],
    });
    expect((await known()).contacts[1]).not.toHaveProperty('window');
    const shown = await world.stores.cases.shownAt({ hall: '330602-H2', window: 'C01' });
    expect(shown).toBeUndefined();
  });
});

describe('an event that is told again with more of its header', () => {
  it('completes the case, once', async () => {
    const { tell, first, header, known } = await setUp();
    const applicant = { ...header.applicant, mobile: '13900000009' };
    const more = { ...first, header: { ...header, applicant } };
    expect(await tell(more)).toEqual(expect.objectContaining({ outcome: 'repeat' }));
    const { version, applicant: stored } = await known();
    expect(stored.maskedMobile).toBe('139****0009');
    expect(await tell(more)).not.toHaveProperty('notTaken');
    expect((await known()).version).toBe(version);
  });

  it('names what it says otherwise', async () => {
    const { tell, first, header, finished, known } = await setUp();
    const promised = (days: number) => ({
      ...header,
      caseKind: 'promised',
      promiseWorkingDays: days,
    });
    const event = { ...first, projectNo: nextProjectNo(), eventId: 'p', header: promised(5) };
    await tell(event);
    expect(await tell({ ...event, header: promised(9) })).toMatchObject({
      outcome: 'repeat',
      notTaken: ['/header/promiseWorkingDays'],
    });
    const withMobile = (mobile: string) => ({
      ...header,
      applicant: { ...header.applicant, mobile },
    });
    await tell({ ...finished, header: withMobile('13900000001') });
    const earlier = {
      ...finished,
      eventId: 'g',
      type: 'step',
      at,
      header: withMobile('13900000002'),
    };
    expect(await tell(earlier)).toMatchObject({
      outcome: 'stored',
      notTaken: ['/header/applicant/mobile'],
    });
    expect((await known()).applicant.maskedMobile).toBe('139****0001');
  });
});
