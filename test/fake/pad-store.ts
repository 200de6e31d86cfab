import { countingArea } from '../../shared/domain/area/area.ts';
import { areaOfHall } from '../../shared/domain/pad/pad.ts';
import type { Pad } from '../../shared/domain/pad/pad.ts';
import { isEnded, isOpen } from '../../shared/domain/pad/refused.ts';
import type { RefusedMark, RefusedPadRating } from '../../shared/domain/pad/refused.ts';
import { isOldCode } from '../../shared/domain/pad/suspension.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { PadNumber, PadStore } from '../../shared/port/pad/store.ts';
import { copyOf, maybeCopyOf, Versioned } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';

export interface FakePadStore extends PadStore {
  /** Ratings that were stored although they were refused, by pad and number. */
  readonly refused: ReadonlyMap<string, RefusedPadRating>;
}

const placeOf = ({ hall, window, id }: Pad): string => `${hall}#${window}#${id}`;

const byPlace = (a: Pad, b: Pad): number => (placeOf(a) < placeOf(b) ? -1 : 1);

const isOfArea =
  (area: string) =>
  (pad: Pad): boolean =>
    countingArea(areaOfHall(pad.hall)) === countingArea(area);

const placeOfRefused = ({ padId, sequence, mark }: RefusedMark): string =>
  `${padId}#${String(sequence).padStart(10, '0')}#${mark}`;

const markOf = ({ sealed: _sealed, ...mark }: RefusedPadRating): RefusedMark => copyOf(mark);

export const fakePadStore = (memory: Memory): FakePadStore => {
  const pads = new Versioned<Pad>();
  const codes = new Map<string, { padId: string; expiresAt: Instant }>();
  const refused = new Map<string, RefusedPadRating>();
  const numbers = new Map<string, PadNumber>();
  const listed = async (wanted: (pad: Pad) => boolean): Promise<readonly Pad[]> => {
    await memory.turn();
    return pads.values().filter(wanted).toSorted(byPlace);
  };
  return {
    refused,
    async register(pad, { codeHash, expiresAt }) {
      await memory.turn();
      if (pads.put(pad.id, pad) === 'conflict') return 'conflict';
      codes.set(codeHash, { padId: pad.id, expiresAt });
      memory.wrote('pad');
      memory.wrote('enrolment');
      return 'saved';
    },
    async padOfCode(codeHash, at) {
      await memory.turn();
      const code = codes.get(codeHash);
      const pad = code && code.expiresAt >= at ? pads.get(code.padId) : undefined;
      return pad && code && !isOldCode(pad, code.expiresAt) ? pad : undefined;
    },
    async save(next, usedCodeHash) {
      await memory.turn();
      if (usedCodeHash !== undefined && !codes.has(usedCodeHash)) return 'conflict';
      const outcome = pads.put(next.id, next);
      if (outcome === 'conflict') return outcome;
      if (usedCodeHash !== undefined) codes.delete(usedCodeHash);
      memory.wrote('pad');
      return outcome;
    },
    async find(padId) {
      await memory.turn();
      return pads.get(padId);
    },
    inArea: (area) => listed(isOfArea(area)),
    async listed(of, page) {
      const wanted = 'hall' in of ? (pad: Pad) => pad.hall === of.hall : isOfArea(of.area);
      return pageOf(await listed(wanted), { list: `pads/${Object.values(of)[0]}`, placeOf }, page);
    },
    async refusedOf(padId) {
      await memory.turn();
      return [...refused.values()]
        .filter((rating) => rating.padId === padId)
        .toSorted((a, b) => a.sequence - b.sequence || (a.mark < b.mark ? -1 : 1))
        .map(markOf);
    },
    async openRefused(area, page) {
      await memory.turn();
      const code = countingArea(area);
      const open = [...refused.values()]
        .filter(({ hall }) => hall !== undefined && countingArea(areaOfHall(hall)) === code)
        .filter(isOpen)
        .map(markOf)
        .toSorted((a, b) => (placeOfRefused(a) < placeOfRefused(b) ? -1 : 1));
      return pageOf(open, { list: `refused/${code}`, placeOf: placeOfRefused }, page);
    },
    async keepRefused(rating) {
      await memory.turn();
      const key = `${rating.padId}/${rating.sequence}/${rating.mark}`;
      if (refused.has(key)) return;
      refused.set(key, copyOf(rating));
      memory.wrote('refused_rating');
    },
    async refusedWith({ padId, sequence, mark }) {
      await memory.turn();
      return maybeCopyOf(refused.get(`${padId}/${sequence}/${mark}`));
    },
    async endRefused({ padId, sequence, mark }, end) {
      await memory.turn();
      const kept = refused.get(`${padId}/${sequence}/${mark}`);
      if (kept === undefined) throw new Error('no rating was refused under that number and mark');
      if (isEnded(kept)) return copyOf(kept);
      refused.set(`${padId}/${sequence}/${mark}`, copyOf({ ...kept, ...end }));
      memory.wrote('refused_rating');
      return end;
    },
    async putBack({ padId, sequence, mark }) {
      await memory.turn();
      const kept = refused.get(`${padId}/${sequence}/${mark}`);
      if (kept === undefined) throw new Error('no rating was refused under that number and mark');
      refused.set(`${padId}/${sequence}/${mark}`, copyOf({ ...kept, takenUp: undefined }));
      memory.wrote('refused_rating');
    },
    async numberOf({ padId, sequence }) {
      await memory.turn();
      return maybeCopyOf(numbers.get(`${padId}/${sequence}`));
    },
    async nameContact({ padId, sequence }, contact) {
      await memory.turn();
      const number = numbers.get(`${padId}/${sequence}`);
      if (number === undefined || number.contact !== undefined) return;
      numbers.set(`${padId}/${sequence}`, copyOf({ ...number, contact }));
      memory.wrote('pad_number');
    },
    async takeNumber(number) {
      await memory.turn();
      const key = `${number.padId}/${number.sequence}`;
      const before = maybeCopyOf(numbers.get(key));
      if (before !== undefined) return before;
      numbers.set(key, copyOf(number));
      memory.wrote('pad_number');
      return undefined;
    },
  };
};
