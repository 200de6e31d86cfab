import { describe, expect, it } from 'vitest';

import type { Case, CaseEvent, CaseHeader } from '../../../shared/domain/case/case.ts';
import { correctHeader } from '../../../shared/domain/case/correction.ts';
import { foldCaseEvent } from '../../../shared/domain/case/event.ts';
import { at } from '../time/shanghai.ts';

const header: CaseHeader = {
  matter: { code: '许可-00757-000', name: '食品经营许可' },
  department: { creditCode: '11330602MB1A2B3C46', name: '越城区测试局' },
  area: '330602',
  caseKind: 'promised',
  promiseWorkingDays: 5,
  applicant: { kind: 'person', maskedName: '测**', sealed: '1.x' },
};

const eventAt = (eventId: string, moment: string): CaseEvent => ({
  eventId,
  type: 'step',
  projectNo: '330602261120000000017',
  at: at(moment),
  accessKey: 'AK1',
  header,
});

const fold = (known: Case | undefined, event: CaseEvent): Case => {
  const decision = foldCaseEvent(known, event, 'S1');
  if (!decision.ok) throw new Error(decision.reason);
  return decision.next;
};

const corrected = (known: Case, right: CaseHeader): Case => {
  const by = { reason: '更正', accessKey: 'AK1', at: at('2026-11-21 09:00') };
  const decision = correctHeader(known, { header: right, ...by }, false);
  if (!decision.ok) throw new Error(decision.reason);
  return decision.next;
};

describe('a promise that its system corrected', () => {
  const first = eventAt('a', '2026-11-20 09:00');

  it.each(['2026-11-19 09:00', '2026-11-22 09:00'])(
    'stays, also after an event of %s',
    (moment) => {
      for (const told of [header, { ...header, promiseWorkingDays: undefined }]) {
        const known = fold(undefined, { ...first, header: told });
        const right = corrected(known, { ...header, promiseWorkingDays: 9 });
        expect(fold(right, eventAt('b', moment)).promiseWorkingDays).toBe(9);
      }
    },
  );
});
