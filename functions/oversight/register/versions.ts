import * as z from 'zod/mini';

import { withOffset } from '../../../shared/domain/time/instant.ts';
import { parseInput } from '../../../shared/http/body.ts';
import { pageAsked, readPage } from '../../../shared/http/paging.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { RegisterHead, RegisterStore } from '../../../shared/port/oversight/register-store.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import type { Page, PagePlace } from '../../../shared/port/page.ts';
import { keyOf } from './register-key.ts';

const Asked = z.object(pageAsked);

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
  ({ registers }: { readonly registers: RegisterStore }): StaffHandler =>
  async (request, staff) => {
    const key = keyOf(request, staff);
    const asked = parseInput(Asked, request.queryStringParameters ?? {});
    const all = await registers.versions(key);
    const { items, cursor } = await readPage(async () => pageOf(all, asked));
    const versions = items.map(versionView);
    return { status: 200, body: { ...key, versions, cursor: cursor ?? null } };
  };
