import { describe, expect, it } from 'vitest';

import type { Case } from '../../../shared/domain/case/case.ts';
import { civilDateOf } from '../../../shared/domain/time/instant.ts';
import type { PromisedList } from '../../../shared/port/case/store.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import { pagesOf } from './pages.ts';
import { countsOf, friday, hallIn, later, sampleCase, times } from './sample.ts';
import type { GivenStores } from './sample.ts';

const finish = (ms: number) => [
  { eventId: 'e2', type: 'finished', at: later(friday, ms), accessKey: 'AK1' } as const,
];

export const caseStoreContract = (given: GivenStores): void => {
  describe('a case store', () => {
    it('knows a case it was given, whole, and no other', async () => {
      const { cases } = given();
      const known = sampleCase();
      expect(await cases.find(known.projectNo)).toBeUndefined();
      expect(await cases.save(known)).toBe('saved');
      expect(await cases.find(known.projectNo)).toEqual(known);
    });

    it('saves a version only after the one before it', async () => {
      const { cases } = given();
      const known = sampleCase();
      expect(await cases.save({ ...known, version: 2 })).toBe('conflict');
      expect(await cases.save(known)).toBe('saved');
      expect(await cases.save({ ...known, area: '330603' })).toBe('conflict');
      expect(await cases.save({ ...known, version: 3 })).toBe('conflict');
      expect(await cases.save({ ...known, version: 2, area: '330604' })).toBe('saved');
      expect(await cases.find(known.projectNo)).toMatchObject({ version: 2, area: '330604' });
    });

    it('lets one of many writers of the same version win', async () => {
      const { cases } = given();
      const known = sampleCase();
      await cases.save(known);
      const writers = times(
        10,
        (index) => () => cases.save({ ...known, source: `w${index}`, version: 2 }),
      );
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 9 });
    });

    it('lists promised cases until they finish, by when their light turns', async () => {
      const { cases } = given();
      const area = '330681';
      const turning = (ms: number, more: Partial<Case> = {}) => {
        const yellowAt = later(friday, ms);
        const promise = { dueAt: later(friday, ms + 1000), yellowAt };
        return sampleCase({ area, promise, attentionAt: yellowAt, ...more });
      };
      const [first, second] = [turning(0, { area: `${area}001` }), turning(1)];
      const waiting = sampleCase({ area, promise: { pendingYear: 2027 } });
      const suspendedAt = later(friday, 0);
      const suspended = sampleCase({ area, promise: { dueAt: later(friday, 2), suspendedAt } });
      const unpromised = sampleCase({ area });
      const all = [waiting, suspended, second, first, unpromised, sampleCase()];
      for (const one of all) await cases.save(one);
      const listed = async (list: PromisedList): Promise<readonly string[]> => {
        const pages = await pagesOf((page) => cases.promised(list, page), 1);
        return pages.flat().map(({ projectNo }) => projectNo);
      };
      const [a, b, c, d] = [first, second, waiting, suspended].map(({ projectNo }) => projectNo);
      expect(await listed({ area })).toEqual([a, b, d, c]);
      expect(await listed({ area, turnedBy: friday })).toEqual([a]);
      expect(await listed({ area, turnedBy: later(friday, 1) })).toEqual([a, b]);
      expect(await listed({ area, awaiting: 'calendar' })).toEqual([c]);
      expect(await listed({ area, awaiting: 'resumption' })).toEqual([d]);
      const finished = [{ eventId: 'e2', type: 'finished', at: friday, accessKey: 'AK1' } as const];
      await cases.save({ ...first, timeline: finished, version: 2 });
      expect(await listed({ area, turnedBy: later(friday, 1) })).toEqual([b]);
      const only = (known: Case) => known.projectNo === c;
      expect((await cases.promised({ area }, { limit: 2, only })).items).toEqual([waiting]);
    });

    it('lists cases without a promise while something about them needs attention', async () => {
      const { cases } = given();
      const area = '330652';
      const step = { name: '审查', workingDays: 2 };
      const entry = { eventId: 'e1', type: 'step', at: friday, accessKey: 'AK1' } as const;
      const irregular = sampleCase({ area, attentionAt: friday });
      const timed = sampleCase({ area, timeline: [{ ...entry, step }] });
      for (const one of [timed, irregular]) await cases.save(one);
      const { items } = await cases.promised({ area }, { limit: 9 });
      expect(items).toEqual([irregular, timed]);
      const turned = await cases.promised({ area, turnedBy: friday }, { limit: 9 });
      expect(turned.items).toEqual([irregular]);
    });

    it('lists the cases that were finished on a day', async () => {
      const { cases } = given();
      const area = '330654';
      const day = civilDateOf(friday);
      const [first, second] = [1, 2].map((ms) => sampleCase({ area, timeline: finish(ms) }));
      const next = sampleCase({ area, timeline: finish(86_400_000) });
      for (const one of [second!, next, first!, sampleCase({ area })]) await cases.save(one);
      const pages = await pagesOf((page) => cases.finished({ area, day }, page), 1);
      expect(pages.flat()).toEqual([first, second]);
      const { cursor } = await cases.finished({ area, day }, { limit: 1 });
      const other = cases.finished({ area: '330651', day }, { limit: 1, cursor });
      await expect(other).rejects.toThrow(CursorRefused);
    });

    it('takes no cursor of another list of promised cases', async () => {
      const { cases } = given();
      const area = '330624';
      const waiting = { area, promise: { pendingYear: 2027 } };
      await cases.save(sampleCase(waiting));
      await cases.save(sampleCase(waiting));
      const { cursor } = await cases.promised({ area }, { limit: 1 });
      expect(cursor).toBeDefined();
      const others = [{ area: '330653' }, { area, turnedBy: friday }] as const;
      for (const list of others) {
        const page = cases.promised(list, { limit: 1, cursor });
        await expect(page).rejects.toThrow(CursorRefused);
      }
    });

    it('shows the latest contact of a window, whatever the order they are put up in', async () => {
      const { cases } = given();
      const window = { hall: hallIn('330602'), window: 'A01' };
      const contact = { projectNo: sampleCase().projectNo, serviceNumber: 1, at: friday };
      const next = { ...contact, serviceNumber: 2, at: later(friday, 1) };
      expect(await cases.shownAt(window)).toBeUndefined();
      await cases.putCurrentContact(window, next);
      await cases.putCurrentContact(window, contact);
      expect(await cases.shownAt(window)).toEqual(next);
      await cases.putCurrentContact(window, { ...next, serviceNumber: 3 });
      expect(await cases.shownAt(window)).toMatchObject({ serviceNumber: 3 });
      expect(await cases.shownAt({ ...window, window: 'A02' })).toBeUndefined();
    });

    it('returns the contacts of a window in a span, both ends included', async () => {
      const { cases } = given();
      const window = { hall: hallIn('330602'), window: 'A01' };
      const { projectNo } = sampleCase();
      const [a, b, c] = [0, 5, 10].map((ms, index) => ({
        projectNo,
        serviceNumber: index + 1,
        at: later(friday, ms),
      }));
      for (const one of [c, a, b, a]) if (one) await cases.putCurrentContact(window, one);
      const at = (from: number, to: number) =>
        cases.contactsAt(window, { from: later(friday, from), to: later(friday, to) });
      expect(await at(0, 10)).toEqual([a, b, c]);
      expect(await at(1, 5)).toEqual([b]);
      expect(await at(6, 9)).toEqual([]);
      expect(
        await cases.contactsAt({ ...window, window: 'A02' }, { from: friday, to: friday }),
      ).toEqual([]);
    });
  });
};
