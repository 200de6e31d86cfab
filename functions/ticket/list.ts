import * as z from 'zod/mini';

import { Area } from '../../events/primitive.ts';
import { ticketViews } from '../../events/ticket/view.ts';
import type { TicketView } from '../../events/ticket/view.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import type { PlaceList } from '../../shared/domain/area/place-list.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { civilDateOf } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { areaAskedBy, requireKnownArea } from '../../shared/http/known-area.ts';
import { listsWithin, overAreas } from '../../shared/http/oversight/over-areas.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { readQuery } from '../../shared/http/query.ts';
import { ownView } from '../../shared/http/staff.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { Page } from '../../shared/port/page.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { toTicketRow } from './list-row.ts';
import { departmentFor, onlyFor } from './view.ts';

export interface ListTicketsDeps {
  readonly now: Now;
  readonly tickets: TicketStore;
  readonly places: Pick<Places, 'now'>;
}

const Asked = z.object({
  /** By default what the person works on: the department's tickets, or those of the area. */
  view: z.optional(z.enum(ticketViews)),
  area: z.optional(Area),
  /** For closed tickets: the month in which they ended. */
  month: z.optional(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
  ...pageAsked,
});
type Asked = z.infer<typeof Asked> & { readonly view: TicketView };

interface Listed {
  readonly staff: Staff;
  /** Of a department's list. */
  readonly creditCode: string | undefined;
  readonly list: PlaceList;
}

/** The tickets of a department are in whatever area their cases belong to. */
const areaFor = ({ area }: Asked, { staff, creditCode, list }: Listed): string => {
  if (creditCode === undefined) return areaAskedBy(staff, area, list);
  if (area !== undefined) requireKnownArea(area, list);
  return area ?? cityCode;
};

const pageFor = async (
  asked: Asked,
  { staff, at }: { readonly staff: Staff; readonly at: Instant },
  { tickets, places }: ListTicketsDeps,
): Promise<Page<Ticket>> => {
  const creditCode = departmentFor(staff, asked.view);
  const month = asked.month ?? civilDateOf(at).slice(0, 7);
  const only = onlyFor(asked.view, { staff, at });
  const list = await places.now();
  const lists = listsWithin(areaFor(asked, { staff, creditCode, list }), list);
  return overAreas(lists, asked, (area, page) =>
    asked.view === 'closed'
      ? tickets.endedIn({ area, creditCode, month }, { ...page, only })
      : tickets.openIn({ area, creditCode }, { ...page, only }),
  );
};

/**
 * `GET /v1/tickets?view=…`: lists the tickets of a handler, a department or an area, by department
 * and due time; or those that ended in a month.
 */
export const listTickets =
  (deps: ListTicketsDeps): StaffHandler =>
  async (request, staff) => {
    const given = readQuery(Asked, request);
    const asked = {
      ...given,
      view: given.view ?? ownView(staff),
    } as const;
    const at = deps.now();
    const { items, cursor } = await readPage(() => pageFor(asked, { staff, at }, deps));
    const lines = items.map((ticket) => toTicketRow(ticket, at));
    return { status: 200, body: { tickets: lines, cursor: cursor ?? null } };
  };
