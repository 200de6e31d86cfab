import * as z from 'zod/mini';

import { Area } from '../../events/primitive.ts';
import type { Message } from '../../shared/domain/message/message.ts';
import { unwanted } from '../../shared/domain/message/wanted.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { areaAskedBy } from '../../shared/http/known-area.ts';
import { listsWithin, overAreas } from '../../shared/http/oversight/over-areas.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { readQuery } from '../../shared/http/query.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { MessageStore } from '../../shared/port/message/store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import { shownMatter } from '../../shared/sensitive-matters.ts';
import type { SensitiveMatters } from '../../shared/sensitive-matters.ts';
import { factsOf, readDossier } from './dossier.ts';
import type { DossierDeps } from './dossier.ts';

export interface CallListDeps extends DossierDeps {
  readonly now: Now;
  readonly messages: Pick<MessageStore, 'toCall'>;
  readonly places: Pick<Places, 'now'>;
  readonly sensitive: SensitiveMatters;
}

const Asked = z.object({ area: z.optional(Area), ...pageAsked });

/** A contact that was rated meanwhile, or whose link has expired, is no line. */
const toLine = async (message: Message, deps: CallListDeps) => {
  const dossier = await readDossier(message, deps);
  if (unwanted(message, factsOf(message, dossier), deps.now()) !== undefined) return [];
  const { known } = dossier;
  return [
    {
      projectNo: message.projectNo,
      serviceNumber: message.serviceNumber,
      matter: await shownMatter(known, 'zh', deps.sensitive),
      department: known.department.name,
      area: known.area,
      applicant: known.applicant.maskedName,
      mobile: known.applicant.maskedMobile ?? null,
      invitedAt: withOffset(message.at),
    },
  ];
};

/**
 * `GET /v1/messages/call-list?area=`: lists whom the hotline may call, because they did not react to
 * an invitation; the longest waiting first within each area. A page may hold fewer lines than asked
 * for.
 */
export const listCalls =
  (deps: CallListDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readQuery(Asked, request);
    const list = await deps.places.now();
    const lists = listsWithin(areaAskedBy(staff, asked.area, list), list);
    const { items, cursor } = await readPage(() =>
      overAreas(lists, asked, (one, page) => deps.messages.toCall(one, page)),
    );
    const calls = (await Promise.all(items.map((message) => toLine(message, deps)))).flat();
    return { status: 200, body: { calls, cursor: cursor ?? null } };
  };
