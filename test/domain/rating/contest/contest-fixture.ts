import type { Contest } from '../../../../shared/domain/rating/contest/contest.ts';
import { at } from '../../time/shanghai.ts';

/** Of a Friday morning, within five working days. */
export const contest: Contest = {
  projectNo: '330602261119000000017',
  serviceNumber: 1,
  number: 1,
  area: '330602',
  creditCode: '11330602MB1234567A',
  channel: 'sms',
  sender: 's2',
  fingerprint: 'f2',
  sealed: 'sealed:1',
  at: at('2026-11-20 09:30'),
  term: { amount: 5, unit: 'working_day' },
  state: 'open',
  callBacks: [],
  looks: [],
  version: 1,
};
