import { describe, expect, it } from 'vitest';

import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import { pagesOf } from './pages.ts';
import { countsOf, friday, hallIn, later, samplePad, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

const registered = async (given: GivenStores, more: Partial<Pad> = {}) => {
  const pad = samplePad(more);
  const codeHash = unique('hash');
  await given().pads.register(pad, { codeHash, expiresAt: later(friday, 1000) });
  return { pad, codeHash };
};

const ids = (pads: readonly Pad[]): readonly string[] => pads.map(({ id }) => id);

export const padStoreContract = (given: GivenStores): void => {
  describe('a pad store', () => {
    it('finds a registered pad by its id and by its code', async () => {
      const { pads } = given();
      const { pad, codeHash } = await registered(given);
      expect(await pads.find(pad.id)).toEqual(pad);
      expect(await pads.padOfCode(codeHash, friday)).toEqual(pad);
      expect(await pads.find('no-such-pad')).toBeUndefined();
      expect(await pads.padOfCode('no-such-code', friday)).toBeUndefined();
    });

    it('knows a code until it expires', async () => {
      const { pads } = given();
      const { pad, codeHash } = await registered(given);
      expect(await pads.padOfCode(codeHash, later(friday, 1000))).toEqual(pad);
      expect(await pads.padOfCode(codeHash, later(friday, 1001))).toBeUndefined();
    });

    it('uses a code up in the write that enrols its pad, for one of many', async () => {
      const { pads } = given();
      const { pad, codeHash } = await registered(given);
      const enrolled = { ...pad, state: 'enrolled', version: 2 } as const;
      const writers = times(
        5,
        (index) => () => pads.save({ ...enrolled, sealedKey: `k${index}` }, codeHash),
      );
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 4 });
      expect(await pads.padOfCode(codeHash, friday)).toBeUndefined();
      expect(await pads.find(pad.id)).toMatchObject({ state: 'enrolled', version: 2 });
      expect(await pads.save({ ...enrolled, version: 3 }, codeHash)).toBe('conflict');
      expect(await pads.find(pad.id)).toMatchObject({ version: 2 });
    });

    it('keeps the code when its pad has changed meanwhile', async () => {
      const { pads } = given();
      const { pad, codeHash } = await registered(given);
      await pads.save({ ...pad, label: 'new', version: 2 });
      expect(await pads.save({ ...pad, state: 'enrolled', version: 2 }, codeHash)).toBe('conflict');
      expect(await pads.padOfCode(codeHash, friday)).toMatchObject({ label: 'new' });
    });

    it('saves a version only after the one before it', async () => {
      const { pads } = given();
      const { pad } = await registered(given);
      expect(await pads.save({ ...pad, version: 3 })).toBe('conflict');
      const received: Pad['received'] = [
        [1, 4],
        [7, 7],
      ];
      expect(await pads.save({ ...pad, received, version: 2 })).toBe('saved');
      expect(await pads.save({ ...pad, version: 2 })).toBe('conflict');
      expect((await pads.find(pad.id))?.received).toEqual(received);
    });

    it('lists the pads of a hall and of an area, whatever their state', async () => {
      const { pads } = given();
      const hall = hallIn('330653');
      const other = hallIn('330653');
      const { pad: b } = await registered(given, { hall, window: 'B01' });
      const { pad: a } = await registered(given, { hall, window: 'A01' });
      const { pad: c } = await registered(given, { hall: other });
      await pads.save({ ...b, state: 'revoked', version: 2 });
      expect(ids((await pads.listed({ hall }, { limit: 9 })).items)).toEqual([a.id, b.id]);
      expect(ids(await pads.inArea('330653'))).toEqual([a.id, b.id, c.id]);
      const pages = await pagesOf((page) => pads.listed({ area: '330653' }, page), 2);
      expect(pages.map(ids)).toEqual([[a.id, b.id], [c.id]]);
      expect((await pads.listed({ hall: `${hall}9` }, { limit: 9 })).items).toEqual([]);
      expect(await pads.inArea('330654')).toEqual([]);
      const { cursor } = await pads.listed({ area: '330653' }, { limit: 2 });
      const elsewhere = pads.listed({ hall: other }, { limit: 2, cursor });
      await expect(elsewhere).rejects.toThrow(CursorRefused);
    });

    it('says what a number stood for before, and keeps that', async () => {
      const { pads } = given();
      const number = { padId: unique('pad'), sequence: 7, mark: 'a', at: friday };
      const writers = times(5, (index) => async () => {
        const before = await pads.takeNumber({ ...number, mark: `m${index}` });
        return before === undefined ? 'taken' : 'stood';
      });
      expect(await countsOf(writers)).toEqual({ taken: 1, stood: 4 });
      const first = await pads.takeNumber({ ...number, mark: 'later' });
      expect(first).toMatchObject({
        sequence: 7,
        at: friday,
        mark: expect.stringMatching(/^m\d$/),
      });
      expect(await pads.takeNumber({ ...number, sequence: 8 })).toBeUndefined();
    });

    it('finds a number, and states the first contact that it rates', async () => {
      const { pads } = given();
      const number = { padId: unique('pad'), sequence: 7, mark: 'a', at: friday };
      const contact = { projectNo: '330602261120000000017', serviceNumber: 1 };
      await pads.nameContact(number, contact);
      expect(await pads.numberOf(number)).toBeUndefined();
      await pads.takeNumber(number);
      expect(await pads.numberOf(number)).toEqual(number);
      await pads.nameContact(number, contact);
      await pads.nameContact(number, { ...contact, serviceNumber: 2 });
      expect(await pads.numberOf(number)).toEqual({ ...number, contact });
      expect(await pads.takeNumber(number)).toEqual({ ...number, contact });
    });

    it('keeps a refused rating once, as it was first', async () => {
      const { pads } = given();
      const refused = {
        padId: unique('pad'),
        sequence: 1,
        at: friday,
        mark: 'a',
        code: 'c',
        sealed: '1.x',
      };
      await pads.keepRefused(refused);
      await pads.keepRefused({ ...refused, code: 'd', sealed: '1.y' });
      const { sealed: _sealed, ...mark } = refused;
      expect(await pads.refusedOf(refused.padId)).toEqual([mark]);
    });

    it('marks a refused rating as taken up once, until it is put back', async () => {
      const { pads } = given();
      const padId = unique('pad');
      const refused = { padId, sequence: 1, at: friday, mark: 'a', code: 'c', sealed: '1.x' };
      await pads.keepRefused(refused);
      const signed = { by: 'u1', confirmedBy: 'u2', at: friday, serviceNumber: 1 };
      const writers = times(4, (index) => async () => {
        const takenUp = { ...signed, projectNo: `p${index}` };
        const { takenUp: held } = await pads.endRefused(refused, { takenUp });
        return held?.projectNo === takenUp.projectNo ? 'own' : 'other';
      });
      expect(await countsOf(writers)).toEqual({ own: 1, other: 3 });
      expect(await pads.refusedWith(refused)).toMatchObject({ sealed: '1.x', takenUp: signed });
      expect(await pads.refusedOf(padId)).toMatchObject([{ takenUp: signed }]);
      await pads.putBack(refused);
      expect(await pads.refusedWith(refused)).toEqual(refused);
      expect(await pads.refusedWith({ ...refused, mark: 'b' })).toBeUndefined();
    });

    it('settles a refused rating once, unless it was taken up', async () => {
      const { pads } = given();
      const padId = unique('pad');
      const refused = { padId, sequence: 0, at: friday, mark: 'a', code: 'c', sealed: '1.x' };
      await pads.keepRefused(refused);
      const signed = { by: 'u1', confirmedBy: 'u2', at: friday };
      const settled = { ...signed, note: 'n' };
      const takenUp = { ...signed, projectNo: 'p', serviceNumber: 1 };
      expect(await pads.endRefused(refused, { settled })).toEqual({ settled });
      expect(await pads.endRefused(refused, { takenUp })).toMatchObject({ settled });
      const again = await pads.endRefused(refused, { settled: { ...settled, note: 'm' } });
      expect(again).toMatchObject({ settled });
      expect(await pads.refusedWith(refused)).toEqual({ ...refused, settled });
    });

    it('lists what a person has to look at, by area, until it ends', async () => {
      const { pads } = given();
      const [padId, hall] = [unique('pad'), hallIn('330655')];
      const refused = { padId, hall, at: friday, mark: 'a', code: 'c', sealed: '1.x' };
      for (const sequence of [2, 0, 10]) await pads.keepRefused({ ...refused, sequence });
      await pads.keepRefused({ ...refused, sequence: 3, code: 'already_rated' });
      await pads.keepRefused({ ...refused, sequence: 4, hall: hallIn('330656') });
      const open = async () => {
        const pages = await pagesOf((page) => pads.openRefused('330655', page), 2);
        return pages.flat().filter((one) => one.padId === padId);
      };
      const { sealed: _sealed, ...mark } = refused;
      expect(await open()).toEqual([0, 2, 10].map((sequence) => ({ ...mark, sequence })));
      const signed = { by: 'u1', confirmedBy: 'u2', at: friday };
      await pads.endRefused({ ...refused, sequence: 2 }, { settled: { ...signed, note: 'n' } });
      const takenUp = { ...signed, projectNo: 'p', serviceNumber: 1 };
      await pads.endRefused({ ...refused, sequence: 0 }, { takenUp });
      expect((await open()).map(({ sequence }) => sequence)).toEqual([10]);
      await pads.putBack({ ...refused, sequence: 0 });
      expect((await open()).map(({ sequence }) => sequence)).toEqual([0, 10]);
    });

    it('tells what of a pad was refused, by number, and never what it said', async () => {
      const { pads } = given();
      const padId = unique('pad');
      const refused = { padId, sequence: 12, at: friday, mark: 'b', code: 'c', sealed: '1.x' };
      await pads.keepRefused(refused);
      await pads.keepRefused({ ...refused, sequence: 2 });
      await pads.keepRefused({ ...refused, mark: 'a', code: 'd' });
      await pads.keepRefused({ ...refused, padId: `${padId}-other` });
      const told = { padId, at: friday };
      expect(await pads.refusedOf(padId)).toEqual([
        { ...told, sequence: 2, mark: 'b', code: 'c' },
        { ...told, sequence: 12, mark: 'a', code: 'd' },
        { ...told, sequence: 12, mark: 'b', code: 'c' },
      ]);
      expect(await pads.refusedOf('no-such-pad')).toEqual([]);
    });
  });
};
