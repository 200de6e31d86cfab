import type { CaseEventFacts } from '../../../../events/case/event.ts';
import { civilDateOf, fromEpoch } from '../../../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../../../shared/domain/time/instant.ts';

/** 办件统一编号: area, date and nine digits. The area of the city's own cases is 330601. */
export const makeProjectNo = (area: string, date: CivilDate, serial: number): string => {
  const stem = area === '330600' ? '330601' : area.slice(0, 6);
  return `${stem}${date.slice(2).replaceAll('-', '')}${String(serial).padStart(9, '0')}`;
};

/** The `number`-th event of a case. Its id contains the number, so that a repeat has the same id. */
export const makeEvent = (
  projectNo: string,
  number: number,
  facts: Omit<CaseEventFacts, 'eventId' | 'projectNo'>,
): CaseEventFacts => ({ eventId: `${projectNo}-${number}`, projectNo, ...facts });

/** `<case>-<contact>`: identifies a contact, its rating, and the ticket of a bad rating. */
export const ticketIdOf = (contact: {
  readonly projectNo: string;
  readonly serviceNumber: number;
}): string => `${contact.projectNo}-${contact.serviceNumber}`;

const block = 100_000_000;

export interface Numbering {
  readonly area: string;
  /** The first of the nine digits. It keeps the numbers of the kinds of scenarios apart. */
  readonly digit: 8 | 9;
  /** The following eight digits. */
  readonly first: number;
  /** Epoch milliseconds at the service. */
  readonly now: () => number;
}

/** Returns a function that makes a new project number with each call. */
export const numberCases = ({ area, digit, first, now }: Numbering): (() => string) => {
  let count = first;
  return () => {
    count = (count + 1) % block;
    return makeProjectNo(area, civilDateOf(fromEpoch(now())), digit * block + count);
  };
};
