import { countOf, highestOf, isSilent, missingSequences } from '../../../shared/domain/pad/pad.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { isOpen } from '../../../shared/domain/pad/refused.ts';
import type { RefusedMark } from '../../../shared/domain/pad/refused.ts';
import type { Language } from '../../../shared/domain/text/language.ts';
import { later, offsetOrNull, toEpoch, withOffset } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { allProblems } from '../../../shared/http/problem/catalogue.table.ts';
import { healthLine } from '../../pad/health/health-line.ts';

const refusedLine = (refused: readonly RefusedMark[]) => {
  const [first, ...others] = refused.map(({ at }) => at);
  const byCode = [...Map.groupBy(refused, ({ code }) => code)]
    .map(([code, marks]) => ({ code, count: marks.length }))
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const last = first && others.reduce(later, first);
  const open = refused.filter(isOpen).length;
  return { count: refused.length, open, lastAt: offsetOrNull(last), byCode };
};

/** The counter of the pad went back: it gave numbers again that stand for other ratings. */
const wentBack = (refused: readonly RefusedMark[]) => {
  const again = refused.filter(({ code }) => code === 'sequence_taken');
  const [first, ...others] = again.map(({ at }) => at);
  if (first === undefined) return null;
  const sequences = again.map(({ sequence }) => sequence);
  return {
    count: again.length,
    lowest: Math.min(...sequences),
    lastAt: withOffset(others.reduce(later, first)),
  };
};

const measureSilence = ({ lastSeenAt }: Pad, at: Instant) =>
  lastSeenAt === undefined
    ? { lastSeenAt: null, silentSeconds: null }
    : {
        lastSeenAt: withOffset(lastSeenAt),
        silentSeconds: Math.max(0, Math.floor((toEpoch(at) - toEpoch(lastSeenAt)) / 1000)),
      };

export const padLine = (pad: Pad, refused: readonly RefusedMark[], at: Instant) => {
  const missing = missingSequences(pad.received);
  return {
    padId: pad.id,
    hall: pad.hall,
    window: pad.window,
    label: pad.label,
    state: pad.state,
    ...measureSilence(pad, at),
    silent: isSilent(pad, at),
    waiting: pad.waiting ?? null,
    ...healthLine(pad),
    highest: highestOf(pad.received),
    missing,
    missingCount: countOf(missing),
    counterWentBack: wentBack(refused),
    clockBehindSeconds:
      pad.clockBehindMs === undefined ? null : Math.round(pad.clockBehindMs / 1000),
    refused: refusedLine(refused),
  };
};

/** Returns a refused rating as staff may see it, with the reason as text. */
export const refusalLine = (refused: RefusedMark, language: Language) => {
  const { sequence, mark, at, code, says, takenUp, settled } = refused;
  return {
    sequence: sequence === 0 ? null : sequence,
    mark,
    at: withOffset(at),
    code,
    reason: allProblems[code]?.[language][0] ?? code,
    says: says ?? null,
    needsPerson: isOpen(refused),
    takenUp: takenUp === undefined ? null : { ...takenUp, at: withOffset(takenUp.at) },
    settled: settled === undefined ? null : { ...settled, at: withOffset(settled.at) },
  };
};
