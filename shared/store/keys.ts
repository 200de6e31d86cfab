import { countingArea as sixDigits } from '../domain/area/area.ts';
import type { RatingKey } from '../domain/rating/rating.ts';
import { civilDateOf } from '../domain/time/instant.ts';
import type { CivilDate, Instant } from '../domain/time/instant.ts';

/*
 * The one table. Every key is made here.
 *
 * item            pk                    sk                      list index (listPk / listSk)
 * case            CASE#<projectNo>      CASE                    FINISHED#<area>#<day> / <credit code>#<at>#<project no>, once finished
 *                                                               PROMISED#<area> / <turns yellow at>#<project no>, while promised
 * rating          CASE#<projectNo>      RATING#<sn>#<an>        RATED#<area>#<day> / <credit code>#<received at>#<key>
 * default rating  CASE#<projectNo>      DEFAULT#<sn>            as a rating
 * center's call   CENTERCALL#<op>#<id>  CALL                    (its key: exchange/callback-store.ts)
 * invitation      CASE#<projectNo>      INVITED#<sn>            INVITED#<area>#<day> / <credit code>#<at>#<key>
 * ticket          TICKET#<id>           TICKET                  TICKETS#<area>#open / <credit code>#<due>#<id>
 *                                                               TICKETS#<area>#ended#<month> / <credit code>#<ended at>#<id>
 * ticket step     TICKET#<id>           STEP#<n>                STEPS#<day> / <ticket id>#<n>
 * evidence        EVIDENCE#<id>         EVIDENCE
 * window          WINDOW#<hall>#<w>     ON_SHOW
 * pad             PAD#<id>              PAD                     PADS#<area> / <hall>#<window>#<id>
 * refused rating  PAD#<id>              REFUSED#<n>#<mark>      (keys of pads: pad/keys.ts)
 * enrolment code  ENROLMENT#<hash>      ENROLMENT               (ttl)
 * entry           ENTRY#<id>            ENTRY                   ENTRIES#<area>#awaiting / <at>#<id>
 * register        REGISTER#<noun>#<area>  REGISTER (its entries: PART#<digest>#<n>, oversight/register-keys.ts)
 * integrator      INTEGRATOR#<key>      INTEGRATOR              INTEGRATORS / <name>#<key>
 * replay mark     REPLAY#<mark>         REPLAY                  (ttl)
 * notice          NOTICE#<id>           NOTICE                  INBOX#<kind>#<of> / <send at>#<id>, once sent
 * delivery        NOTICE#<id>           NOTICE#DELIVERY#<webhook>  FAILED#<webhook> / <at>#<notice id>, once given up
 * webhook         WEBHOOK#<id>          WEBHOOK                 WEBHOOKS / <name>#<id>
 * sweep cursor    SWEEP                 CURSOR                  (its keys and those around: notice/keys.ts)
 * watch result    WATCH                 RESULT#<at>             (ttl)
 * late rung       WATCH                 LATE#<ticket id>#<round>#<rung>
 * data key        KEYRING               KEY#<version>
 * calendar year   CALENDAR              YEAR#<year>             (its keys and those below: policy/rule-keys.ts)
 * content of one  CALENDAR              HISTORY#<year>#<version>
 * recount         CALENDAR              RECOUNT#<year>#<version>
 * policy          POLICY                VERSION#<version>
 * policy in force POLICY                ACTIVE
 * activation      POLICY                ACTIVATION#<number>
 * counter         FIGURE#<kind>#<id>    DAY#<day>, MONTH#<month> (its keys and those below: figures/keys.ts)
 * member          MEMBERS#<kind>#<area> <id>
 * how far counted FIGURES               APPLIED
 *
 * report record   REPORT#<project no>   RECORD#<record>         (its keys and those below: exchange/keys.ts)
 * report outbox   REPORT#<project no>   OUTBOX                  REPORTS#pending / <next attempt>#<project no>
 *                                                               REPORTS#stuck / <since>#<project no>
 * center access   CENTER                ACCESS
 * center health   CENTER                HEALTH
 *
 * period report   PERIOD#<month>        EDITION#<n>             PERIODS / <month>#<n>  (its keys and those below: period/keys.ts)
 * its document    PERIOD#<month>        DOCUMENT#<digest>
 * difference      DIFFERENCES#<day>     <id>                    DIFFERENCES#open / <id>, while open
 * reconciliation  RECONCILIATIONS       <day>
 *
 * due index (duePk / dueSk), sparse: DUE#<day> / <next moment>#<id>, of tickets while something is to
 * come, of notices until they are sent, of deliveries until they are made or given up
 *
 * Nothing personal is ever part of a key: keys stand in logs, metrics and stream positions.
 */

export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

const padNumber = (n: number, digits: number): string => String(n).padStart(digits, '0');

export const caseKey = (projectNo: string): ItemKey => ({ pk: `CASE#${projectNo}`, sk: 'CASE' });

export const ratingKey = (key: RatingKey): ItemKey => ({
  pk: `CASE#${key.projectNo}`,
  sk: `RATING#${padNumber(key.serviceNumber, 2)}#${key.assessNumber}`,
});

/** 默认评价 received from upstream: beside what the resident says, never in its place. */
export const defaultRatingKey = (key: RatingKey): ItemKey => ({
  pk: `CASE#${key.projectNo}`,
  sk: `DEFAULT#${padNumber(key.serviceNumber, 2)}`,
});

/** Ratings of an area, by the day in Shanghai on which they came. */
export const ratedOn = (area: string, day: CivilDate): string => `RATED#${sixDigits(area)}#${day}`;

export const ratedList = (
  rating: RatingKey & { area: string; creditCode: string; receivedAt: Instant },
) => ({
  listPk: ratedOn(rating.area, civilDateOf(rating.receivedAt)),
  listSk: [
    rating.creditCode,
    rating.receivedAt,
    rating.projectNo,
    rating.serviceNumber,
    rating.assessNumber,
  ].join('#'),
});

/** Finished cases of an area, by the day in Shanghai on which they were finished. */
export const finishedOn = (area: string, day: CivilDate): string =>
  `FINISHED#${sixDigits(area)}#${day}`;

/** Promised cases of an area that are not finished, by the moment at which their light turns yellow. */
export const promisedIn = (area: string): string => `PROMISED#${sixDigits(area)}`;

export const ticketKey = (id: string): ItemKey => ({ pk: `TICKET#${id}`, sk: 'TICKET' });

export const stepKey = (ticketId: string, number: number): ItemKey => ({
  pk: `TICKET#${ticketId}`,
  sk: `STEP#${padNumber(number, 5)}`,
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

/** 已办结: closed and dismissed tickets, by the month in Shanghai in which they ended. */
export const endedTicketList = (ticket: {
  id: string;
  area: string;
  creditCode: string;
  endedAt: Instant;
}) => ({
  listPk: endedTicketsOf(ticket.area, civilDateOf(ticket.endedAt).slice(0, 7)),
  listSk: `${ticket.creditCode}#${ticket.endedAt}#${ticket.id}`,
});

/** `month` as `YYYY-MM`. */
export const endedTicketsOf = (area: string, month: string): string =>
  `TICKETS#${sixDigits(area)}#ended#${month}`;

export const dueOn = (day: CivilDate): string => `DUE#${day}`;

export const dueList = (id: string, due: Instant) => ({
  duePk: dueOn(civilDateOf(due)),
  dueSk: `${due}#${id}`,
});

export const evidenceKey = (id: string): ItemKey => ({ pk: `EVIDENCE#${id}`, sk: 'EVIDENCE' });

export const windowKey = (hall: string, window: string): ItemKey => ({
  pk: `WINDOW#${hall}#${window}`,
  sk: 'ON_SHOW',
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

export const dataKeyKey = (version: number): ItemKey => ({
  pk: 'KEYRING',
  sk: `KEY#${padNumber(version, 4)}`,
});
