/**
 * 改派: a department asks for it, a supervisor outside it decides and names the department, which
 * cannot refuse. The clocks keep running, and everything done so far stays.
 */
import type { RequestedNotice } from '../../notice/notice.ts';
import type { Ticket } from '../ticket.ts';
import { isOfCity, leavesArea } from '../transfer-level.ts';
import type { Act } from './act.ts';

const asked: RequestedNotice = { type: 'transfer_asked', to: 'supervisor' };
const askedOfCity: RequestedNotice = { type: 'transfer_asked', to: 'city' };

/** 申请改派; the department that it names is a proposal. */
export const askTransfer: Act<'askTransfer'> = (ticket, { to, note }) => {
  if (ticket.transferAsked) return 'transfer_waiting';
  if (to?.creditCode === ticket.creditCode) return 'same_department';
  return {
    type: 'transfer_asked',
    facts: { to },
    sealedNote: note,
    // The area's supervisors are told too: the ticket stays on their list.
    notices: isOfCity(ticket) || leavesArea(ticket, to) ? [asked, askedOfCity] : [asked],
  };
};

const received: RequestedNotice = { type: 'transferred', to: 'department' };

/**
 * Told of a transfer whose department is perhaps nobody: those who see the ticket on the lists of
 * the area that receives it.
 */
export const overseersTold: readonly RequestedNotice[] = [
  { type: 'transferred', to: 'supervisor' },
  { type: 'transferred', to: 'city' },
];

/** Those who had the ticket: work and reminders end for them, asked for or not. */
const noticesOfFormer = (
  { creditCode, area }: Pick<Ticket, 'creditCode' | 'area'>,
  leaves: boolean,
): readonly RequestedNotice[] => {
  const gone = { type: 'transferred', former: { creditCode, area } } as const;
  return [
    { ...gone, to: 'department' },
    ...(leaves ? [{ ...gone, to: 'supervisor' } as const] : []),
  ];
};

/** Also without a request, and to another department than the one that was proposed. */
export const transfer: Act<'transfer'> = (ticket, { to, note }) => {
  const { creditCode, area, claim } = ticket;
  if (to.creditCode === creditCode) return 'same_department';
  // Otherwise a department other than the one that made the claim would have to answer for it.
  if (claim) return 'claim_waiting';
  const leaves = leavesArea(ticket, to);
  return {
    type: 'transferred',
    facts: {
      fromDepartment: creditCode,
      toDepartment: to.creditCode,
      fromArea: area,
      toArea: to.area,
    },
    sealedNote: note,
    notices: [received, ...(leaves ? overseersTold : []), ...noticesOfFormer(ticket, leaves)],
  };
};

export const declineTransfer: Act<'declineTransfer'> = ({ transferAsked }, { note }) =>
  transferAsked
    ? {
        type: 'transfer_declined',
        facts: {},
        sealedNote: note,
        notices: [{ type: 'transfer_declined', to: 'department' }],
      }
    : 'transfer_not_waiting';
