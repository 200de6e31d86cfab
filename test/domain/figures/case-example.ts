/** A case with three contacts, and the same when it is finished. */
import type { Case } from '../../../shared/domain/case/case.ts';
import { deptA } from '../ticket/ticket-fixture.ts';
import { at } from '../time/shanghai.ts';

const finished = (moment: string): Case['timeline'][number] => ({
  eventId: 'e9',
  type: 'finished',
  at: at(moment),
  accessKey: 'AK1',
});

/** Two contacts at windows of a hall of the city, one of them with staff, and one without place. */
export const known: Case = {
  projectNo: '330602261119000000017',
  source: 'AK1',
  matter: { code: 'M1', name: '食品经营许可' },
  department: { creditCode: deptA, name: '越城区测试局' },
  area: '330602003',
  caseKind: 'promised',
  applicant: { kind: 'person', maskedName: '测**', sealed: '1.x' },
  timeline: [{ eventId: 'e1', type: 'accepted', at: at('2026-11-18 09:00'), accessKey: 'AK1' }],
  contacts: [
    {
      serviceNumber: 1,
      service: 'accept',
      at: at('2026-11-18 09:00'),
      hall: '330600-H1',
      window: 'A03',
      staff: { id: 'S1', name: '王示例' },
    },
    {
      serviceNumber: 2,
      service: 'pay',
      at: at('2026-11-19 09:00'),
      hall: '330600-H1',
      window: 'B01',
    },
    { serviceNumber: 3, service: 'collect', at: at('2026-11-20 09:00') },
  ],
  version: 1,
};
export const done: Case = { ...known, timeline: [...known.timeline, finished('2026-11-20 00:30')] };
