import { areaOf } from '../domain/area.ts';
import { areaOfHall } from '../domain/pad.ts';
import type { RatingKey } from '../domain/rating.ts';
import { civilDateOf } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';

/*
 * The one table. Every key is made here.
 *
 * item            pk                    sk                      list index (listPk / listSk)
 * case            CASE#<projectNo>      CASE
 * rating          CASE#<projectNo>      RATING#<sn>#<an>        RATED#<credit code>#<day> / <received at>#<rating key>
 * ticket          TICKET#<id>           TICKET                  TICKETS#<area>#open / <credit code>#<due>#<id>
 * ticket step     TICKET#<id>           STEP#<n>
 * window          WINDOW#<hall>#<w>     ON_SHOW
 * pad             PAD#<id>              PAD                     PADS#<area> / <hall>#<window>#<id>
 * refused rating  PAD#<id>              REFUSED#<n>
 * enrolment code  ENROLMENT#<hash>      ENROLMENT               (ttl)
 * entry           ENTRY#<id>            ENTRY                   ENTRIES#<area>#awaiting / <at>#<id>
 * integrator      INTEGRATOR#<key>      INTEGRATOR              INTEGRATORS / <name>#<key>
 * replay mark     REPLAY#<mark>         REPLAY                  (ttl)
 * notice          INBOX#<credit code>   <at>#<notice id>
 * data key        KEYRING               KEY#<version>
 *
 * due index (duePk / dueSk), sparse: ticket  DUE#<day> / <due>#<id>
 *
 * Nothing personal is ever part of a key: keys stand in logs, metrics and stream positions.
 */

export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

const padded = (n: number, digits: number): string => String(n).padStart(digits, '0');

const sixDigits = (area: string): string => areaOf(area)?.code ?? area.slice(0, 6);

export const caseKey = (projectNo: string): ItemKey => ({ pk: `CASE#${projectNo}`, sk: 'CASE' });

export const ratingKey = (key: RatingKey): ItemKey => ({
  pk: `CASE#${key.projectNo}`,
  sk: `RATING#${padded(key.serviceNumber, 2)}#${key.assessNumber}`,
});

export const ratedList = (rating: RatingKey & { creditCode: string; receivedAt: Instant }) => ({
  listPk: `RATED#${rating.creditCode}#${civilDateOf(rating.receivedAt)}`,
  listSk: `${rating.receivedAt}#${rating.projectNo}#${rating.serviceNumber}#${rating.assessNumber}`,
});

export const ticketKey = (id: string): ItemKey => ({ pk: `TICKET#${id}`, sk: 'TICKET' });

export const stepKey = (ticketId: string, number: number): ItemKey => ({
  pk: `TICKET#${ticketId}`,
  sk: `STEP#${padded(number, 5)}`,
});

/** A ticket whose clocks wait for a calendar sorts last: no date in this century is later. */
const dueUnknown = '9999';

export const openTicketList = (ticket: {
  id: string;
  area: string;
  creditCode: string;
  due: Instant | undefined;
}) => ({
  listPk: openTicketsOf(ticket.area),
  listSk: `${ticket.creditCode}#${ticket.due ?? dueUnknown}#${ticket.id}`,
});

export const openTicketsOf = (area: string): string => `TICKETS#${sixDigits(area)}#open`;

export const dueList = (id: string, due: Instant) => ({
  duePk: `DUE#${civilDateOf(due)}`,
  dueSk: `${due}#${id}`,
});

export const windowKey = (hall: string, window: string): ItemKey => ({
  pk: `WINDOW#${hall}#${window}`,
  sk: 'ON_SHOW',
});

export const padKey = (id: string): ItemKey => ({ pk: `PAD#${id}`, sk: 'PAD' });

export const padsOf = (area: string): string => `PADS#${sixDigits(area)}`;

export const padList = (pad: { id: string; hall: string; window: string }) => ({
  listPk: padsOf(areaOfHall(pad.hall)),
  listSk: `${pad.hall}#${pad.window}#${pad.id}`,
});

export const refusedKey = (padId: string, sequence: number): ItemKey => ({
  pk: `PAD#${padId}`,
  sk: `REFUSED#${padded(sequence, 10)}`,
});

export const enrolmentKey = (codeHash: string): ItemKey => ({
  pk: `ENROLMENT#${codeHash}`,
  sk: 'ENROLMENT',
});

export const entryKey = (id: string): ItemKey => ({ pk: `ENTRY#${id}`, sk: 'ENTRY' });

export const awaitingEntriesOf = (area: string): string => `ENTRIES#${sixDigits(area)}#awaiting`;

export const entryList = (entry: { id: string; area: string; enteredAt: Instant }) => ({
  listPk: awaitingEntriesOf(entry.area),
  listSk: `${entry.enteredAt}#${entry.id}`,
});

export const integratorKey = (accessKey: string): ItemKey => ({
  pk: `INTEGRATOR#${accessKey}`,
  sk: 'INTEGRATOR',
});

export const integratorsList = 'INTEGRATORS';

export const replayKey = (mark: string): ItemKey => ({ pk: `REPLAY#${mark}`, sk: 'REPLAY' });

export const inboxOf = (creditCode: string): string => `INBOX#${creditCode}`;

export const noticeKey = (notice: {
  id: string;
  at: Instant;
  to: { creditCode: string };
}): ItemKey => ({
  pk: inboxOf(notice.to.creditCode),
  sk: `${notice.at}#${notice.id}`,
});

export const dataKeyKey = (version: number): ItemKey => ({
  pk: 'KEYRING',
  sk: `KEY#${padded(version, 4)}`,
});
