import { ticketIdOf } from '../ticket/ticket.ts';
import { plannedKinds } from './kind.ts';
import type { PlannedKind } from './kind.ts';

/** What a message is about; it names no person. */
export interface Subject {
  readonly type: PlannedKind;
  readonly projectNo: string;
  readonly serviceNumber: number;
  /** Of the rating in the place of one that was ruled not to be the applicant's; absent for the first. */
  readonly generation?: number | undefined;
  /**
   * The step of the ticket that it tells of; the number of a contest; of a receipt that is sent again,
   * the day.
   */
  readonly mark?: number | undefined;
}

/**
 * Derives the id from the subject, so that whatever asks for a message twice asks for the same one.
 * A gateway gets it as the id of the request.
 */
export const messageIdOf = ({ type, mark, ...about }: Subject): string =>
  [type, ticketIdOf(about), ...(mark === undefined ? [] : [mark])].join('.');

const idForm = /^([a-z_]+)\.(\d{21})-(\d{1,2})(?:g([2-9]))?(?:\.(\d{1,8}))?$/;

const isPlanned = (name: string): name is PlannedKind =>
  (plannedKinds as readonly string[]).includes(name);

/** Returns undefined for what is no id of a message. */
export const subjectOf = (id: string): Subject | undefined => {
  const [, type = '', projectNo = '', number, generation, mark] = idForm.exec(id) ?? [];
  if (!isPlanned(type)) return undefined;
  return {
    type,
    projectNo,
    serviceNumber: Number(number),
    ...(generation !== undefined && { generation: Number(generation) }),
    ...(mark !== undefined && { mark: Number(mark) }),
  };
};
