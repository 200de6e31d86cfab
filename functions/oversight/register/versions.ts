import * as z from 'zod/mini';

import { withOffset } from '../../../shared/domain/time/instant.ts';
import { pageAsked, readPage } from '../../../shared/http/paging.ts';
import { readQuery } from '../../../shared/http/query.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { RegisterHead } from '../../../shared/port/oversight/register-store.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import type { Page, PagePlace } from '../../../shared/port/page.ts';
import type { RegisterDeps } from './propose.ts';
import { areaAsked, keyOf, requireKnown } from './register-key.ts';

const Asked = z.object({ ...areaAsked, ...pageAsked });

/** A cursor is the number of the last version on the previous page. */
const pageOf = (all: readonly RegisterHead[], { limit, cursor }: PagePlace): Page<RegisterHead> => {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw new CursorRefused();
  const left = all.filter(({ version }) => cursor === undefined || version < Number(cursor));
  const items = left.slice(0, limit);
  const last = items.at(-1);
  return left.length > limit && last ? { items, cursor: String(last.version) } : { items };
};

const versionView = ({ version, by, confirmedBy, at, count }: RegisterHead) => ({
  version,
  by,
  confirmedBy,
  at: withOffset(at),
  count,
});

/** `GET /v1/register/{noun}/versions?area=`: every version, with who proposed and confirmed it. */
export const listVersions =
  ({ registers, places }: Pick<RegisterDeps, 'places' | 'registers'>): StaffHandler =>
  async (request, staff) => {
    const asked = readQuery(Asked, request);
    const key = keyOf(request, staff, asked);
    await requireKnown(asked.area, places);
    const all = await registers.versions(key);
    const { items, cursor } = await readPage(async () => pageOf(all, asked));
    const versions = items.map(versionView);
    return { status: 200, body: { ...key, versions, cursor: cursor ?? null } };
  };
