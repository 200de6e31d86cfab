import { countingArea as sixDigits } from '../domain/area/area.ts';
import type { GenerationKey, RatingKey } from '../domain/rating/rating-key.ts';
import { civilDateOf } from '../domain/time/instant.ts';
import type { CivilDate, Instant } from '../domain/time/instant.ts';
import { generationPart } from './rating/generation-part.ts';

/*
 * The single DynamoDB table: each item with its pk, its sk and its entries in the list index
 * (listPk / listSk). Every key is made here or in the file that a section names.
 *
 * item             pk                      sk                   list index
 * case             CASE#<projectNo>        CASE
 *   once finished    FINISHED#<area>#<day> / <credit code>#<at>#<project no>
 *   while it runs    PROMISED#<area> / <needs attention at>#<project no>
 * rating           CASE#<projectNo>        RATING#<sn>#<an>, from generation 2 on …#G<generation>
 *                    RATED#<area>#<day> / <credit code>#<received at>#<key>
 * default rating   CASE#<projectNo>        DEFAULT#<sn>         as a rating
 * ticket           TICKET#<id>             TICKET
 *   while open       TICKETS#<area>#open / <credit code>#<due>#<id>
 *   once ended       TICKETS#<area>#ended#<month> / <credit code>#<ended at>#<id>
 * ticket step      TICKET#<id>             STEP#<n>             STEPS#<day> / <ticket id>#<n>
 * -- key-ring.ts
 * data key         KEYRING                 KEY#0001
 * -- evidence/keys.ts
 * evidence         EVIDENCE#<id>           EVIDENCE             EVIDENCES#<ticket id> / <id>
 * -- case/keys.ts
 * window           WINDOW#<hall>#<w>       CONTACT#<at>#<project no>#<sn>
 * retention        RETENTION               PROGRESS
 * -- access/keys.ts
 * integrator       INTEGRATOR#<key>        INTEGRATOR           INTEGRATORS / <name>#<key>
 * issuer           ISSUERS                 NUMBER#<number>
 * its number       ISSUER#<key or pad>#<id> ISSUER
 * numbers given    ISSUERS                 COUNT
 * approval         APPROVAL#<id>           APPROVAL
 *                    APPROVALS#open or #ended / <proposed at>#<id>
 * administrative act ACTS                  ACT#<n>              ACTS#<month> / ACT#<n>
 * replay mark      REPLAY#<mark>           REPLAY (ttl)
 * -- rating/keys.ts
 * entry            ENTRY#<id>              ENTRY                ENTRIES#<area>#awaiting / <at>#<id>
 *   once decided     ENTRIES#CASE#<projectNo> / <id>
 * attempt          ATTEMPTS#<projectNo>#<sn> ISSUER#<issuer>, PLACE#<n>
 * contest          CONTEST#<projectNo>#<sn> CONTEST#<n>        CONTESTS#<area>#<state> / <at>#<id>
 * tries of an hour TRIES#<of>              HOUR#<hour> (ttl)
 * invitation       CASE#<projectNo>        INVITED#<sn>
 *                    INVITED#<area>#<day> / <credit code>#<at>#<key>
 * period key       PERIODKEY#<use>         <period> (ttl)
 * -- pad/keys.ts
 * pad              PAD#<id>                PAD                  PADS#<area> / <hall>#<window>#<id>
 * pad number       PAD#<id>                NUMBER#<n>
 * pad claim        PAD#<id>                CLAIM#<n>
 * press            WINDOW#<hall>#<w>       PRESS#<pad id>#<n>   PRESSES#<area> / <tries end>#<key>
 * refused rating   PAD#<id>                REFUSED#<n>#<mark>
 *   until it ends    REFUSEDRATINGS#<area> / <pad id>#<n>#<mark>
 * enrolment code   ENROLMENT#<hash>        ENROLMENT (ttl)
 * -- oversight/keys.ts
 * register         REGISTER#<noun>#<area>  REGISTER
 * its versions     REGISTER#<noun>#<area>  VERSION#<n>
 * its entries      REGISTER#<noun>#<area>  PART#<digest>#<n>
 * audit break      AUDIT                   TICKET#<ticket id>
 *   until closed     AUDIT#<state> / <ticket id>
 * break of acts    AUDIT                   ACTS
 * audit progress   AUDIT                   PROGRESS
 * -- notice/keys.ts
 * notice           NOTICE#<id>             NOTICE
 *   once sent        INBOX#<kind>#<of> / <send at>#<id>
 * delivery         NOTICE#<id>             NOTICE#DELIVERY#<webhook>
 *   once given up    FAILED#<webhook> / <at>#<notice id>
 * webhook          WEBHOOK#<id>            WEBHOOK              WEBHOOKS / <name>#<id>
 * -- message/keys.ts
 * message          MESSAGE#<id>            MESSAGE              CALLS#<area> / <since>#<id>, to call
 * day, opt-out     MESSAGEDAY#<mark>, MESSAGECHOICE#<mark>     DAY (ttl), CHOICE
 * -- escalation/keys.ts
 * sweep cursor     SWEEP                   CURSOR
 * watch result     WATCH                   RESULT#<at> (ttl)
 * late rung        WATCH                   LATE#<ticket id>#<round>#<rung>
 * -- calendar/keys.ts
 * calendar year    CALENDAR                YEAR#<year>
 * one content      CALENDAR                HISTORY#<year>#<version>
 * recount          CALENDAR                RECOUNT#<year>#<version>
 * -- policy/keys.ts
 * policy           POLICY                  VERSION#<version>
 * policy in force  POLICY                  ACTIVE
 * activation       POLICY                  ACTIVATION#<number>
 * -- figures/keys.ts
 * counter          FIGURE#<kind>#<id>      DAY#<day>, MONTH#<month>
 * member           MEMBERS#<kind>#<area>   <id>
 * counted until    FIGURES                 APPLIED
 * -- exchange/keys.ts, exchange/callback-store.ts, exchange/kept-callback-store.ts
 * report record    REPORT#<project no>     RECORD#<record>
 * report outbox    REPORT#<project no>     OUTBOX
 *   while pending    REPORTS#pending / <next attempt>#<project no>
 *   while stuck      REPORTS#stuck / <since>#<project no>
 * center access    CENTER                  ACCESS
 * center health    CENTER                  HEALTH
 * center's call    CENTERCALL#<op>#<id>    CALL
 * kept callback    CENTERKEPT#<id>         KEPT                 CENTERKEPT#<state> / <at>#<id>
 * its content      CENTERKEPT#<id>         PART#<n>
 * -- period/keys.ts
 * period report    PERIOD#<month>          EDITION#<n>          PERIODS / <month>#<n>
 * its document     PERIOD#<month>          DOCUMENT#<digest>
 * -- reconciliation/keys.ts
 * difference       DIFFERENCES#<day>       <id>                 DIFFERENCES#open / <id>, while open
 * reconciliation   RECONCILIATIONS         <day>
 *
 * The sparse due index (duePk / dueSk) has DUE#<day> / <next moment>#<id>: of tickets while another
 * moment is known, of notices and messages until they are sent, of deliveries until they are given up.
 * A key never contains personal data: keys appear in logs, metrics and stream positions.
 */

export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** Pads a number so that text order is numeric order. */
export const padNumber = (n: number, digits: number): string => String(n).padStart(digits, '0');

export const caseKey = (projectNo: string): ItemKey => ({ pk: `CASE#${projectNo}`, sk: 'CASE' });

export const ratingKey = (key: GenerationKey): ItemKey => ({
  pk: `CASE#${key.projectNo}`,
  sk: `RATING#${padNumber(key.serviceNumber, 2)}#${key.assessNumber}${generationPart(key)}`,
});

/** 默认评价 received from upstream: stored beside the resident's rating, never in its place. */
export const defaultRatingKey = (key: RatingKey): ItemKey => ({
  pk: `CASE#${key.projectNo}`,
  sk: `DEFAULT#${padNumber(key.serviceNumber, 2)}`,
});

/** Ratings of an area, by the day in Shanghai on which they arrived. */
export const ratedOn = (area: string, day: CivilDate): string => `RATED#${sixDigits(area)}#${day}`;

export const ratedList = (
  rating: GenerationKey & { area: string; creditCode: string; receivedAt: Instant },
) => ({
  listPk: ratedOn(rating.area, civilDateOf(rating.receivedAt)),
  listSk: [
    rating.creditCode,
    rating.receivedAt,
    rating.projectNo,
    rating.serviceNumber,
    `${rating.assessNumber}${generationPart(rating)}`,
  ].join('#'),
});

/** Finished cases of an area, by the day in Shanghai on which they were finished. */
export const finishedOn = (area: string, day: CivilDate): string =>
  `FINISHED#${sixDigits(area)}#${day}`;

/** Cases of an area that run and have a term, by the moment from which they need attention. */
export const promisedIn = (area: string): string => `PROMISED#${sixDigits(area)}`;

export const ticketKey = (id: string): ItemKey => ({ pk: `TICKET#${id}`, sk: 'TICKET' });

export const stepKey = (ticketId: string, number: number): ItemKey => ({
  pk: `TICKET#${ticketId}`,
  sk: `STEP#${padNumber(number, 5)}`,
});

/** Steps of tickets, by the day in Shanghai on which they were taken. */
export const stepsOn = (day: CivilDate): string => `STEPS#${day}`;

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
