import type { CaseEventFacts } from '../../events/case/event.ts';
import { makeCreditCode, makeIdentityNumber } from '../../shared/domain/number/identifier.ts';

/** Returns a number that was made for a test. */
export const made = (number: string | undefined): string => {
  if (number === undefined) throw new Error('a test stem of the wrong form');
  return number;
};

/** An invented department of Yuecheng district. */
export const creditCode = made(makeCreditCode('11330602MB1TE5T01'));

let serial = 0;

/** A case number that no other test of this process uses. */
export const nextProjectNo = (): string => {
  serial += 1;
  return `330602261116${String(process.pid % 10_000).padStart(4, '0')}${String(serial).padStart(5, '0')}`;
};

export interface AcceptedFacts {
  readonly projectNo: string;
  readonly at: string;
  readonly hall?: string;
  readonly window?: string;
  readonly applicant?: string;
  readonly matter?: { readonly code: string; readonly name: string };
}

/** An invented case, accepted at a window, with one contact. */
export const acceptedEvent = ({
  projectNo,
  at,
  hall,
  window,
  applicant = '测试甲',
  matter = { code: '许可-00757-000', name: '食品经营许可' },
}: AcceptedFacts): CaseEventFacts => ({
  eventId: `${projectNo}-accepted`,
  type: 'accepted',
  projectNo,
  at,
  header: {
    matter,
    department: { creditCode, name: '越城区测试局' },
    area: '330602',
    caseKind: 'promised',
    promiseWorkingDays: 5,
    applicant: {
      kind: 'person',
      name: applicant,
      certificate: {
        type: 'resident_identity_card',
        number: made(makeIdentityNumber('33060219900101123')),
      },
      mobile: '13800000001',
    },
  },
  contact: {
    serviceNumber: 1,
    service: 'accept',
    at,
    ...(hall === undefined ? {} : { hall }),
    ...(window === undefined ? {} : { window }),
    staff: { id: 'w-001', name: '示例乙' },
  },
});
