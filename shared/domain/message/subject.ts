import { plannedKinds } from './kind.ts';
import type { PlannedKind } from './kind.ts';

/** What a message is about; it names no person. */
export interface Subject {
  readonly type: PlannedKind;
  readonly projectNo: string;
  readonly serviceNumber: number;
  /** The step of the ticket that it tells of; of a receipt that is sent again, the day. */
  readonly mark?: number | undefined;
}

/**
 * Derives the id from the subject, so that whatever asks for a message twice asks for the same one.
 * A gateway gets it as the id of the request.
 */
export const messageIdOf = ({ type, projectNo, serviceNumber, mark }: Subject): string =>
  [type, `${projectNo}-${serviceNumber}`, ...(mark === undefined ? [] : [mark])].join('.');

const idForm = /^([a-z_]+)\.(\d{21})-(\d{1,2})(?:\.(\d{1,8}))?$/;

const isPlanned = (name: string): name is PlannedKind =>
  (plannedKinds as readonly string[]).includes(name);

/** Returns undefined for what is no id of a message. */
export const subjectOf = (id: string): Subject | undefined => {
  const [, type = '', projectNo = '', number, mark] = idForm.exec(id) ?? [];
  if (!isPlanned(type)) return undefined;
  const contact = { type, projectNo, serviceNumber: Number(number) };
  return mark === undefined ? contact : { ...contact, mark: Number(mark) };
};
