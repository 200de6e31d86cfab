import * as z from 'zod/mini';

import { Area } from '../../events/primitive.ts';
import { placeAt } from '../../shared/domain/area/place-list.ts';
import type { Place, PlaceList } from '../../shared/domain/area/place-list.ts';
import { bulletinOf } from '../../shared/domain/bulletin/bulletin.ts';
import { languages } from '../../shared/domain/text/language.ts';
import { civilDateOf } from '../../shared/domain/time/instant.ts';
import { Month, monthOf } from '../../shared/domain/time/month.ts';
import { parseInput } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import { areaAskedBy } from '../../shared/http/known-area.ts';
import { oversightProblems } from '../../shared/http/problem/oversight.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { readQuery } from '../../shared/http/query.ts';
import { requireReach } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import { fileAnswer, formats } from './file.ts';
import { sourceOf } from './source.ts';
import type { BulletinDeps } from './source.ts';

const Named = z.object({ period: Month, format: z.enum(formats) });
const Asked = z.object({ area: z.optional(Area), lang: z.optional(z.enum(languages)) });

const placeFor = (code: string, places: PlaceList): Place => {
  const area = placeAt(places, code);
  if (area === undefined) throw new Problem('area_unknown');
  return area;
};

/**
 * `GET /v1/bulletins/{period}/{xlsx|docx|html}?area=&lang=`: returns the monthly bulletin of the
 * caller's area, or of another area that the caller may read. For an unfinished month the answer
 * has the figures so far and says so.
 */
export const showBulletin =
  (deps: BulletinDeps): StaffHandler =>
  async (request, staff) => {
    const { period, format } = parseInput(Named, request.pathParameters ?? {});
    const { area: asked, lang } = readQuery(Asked, request);
    const places = await deps.places.now();
    const area = placeFor(areaAskedBy(staff, asked, places), places);
    requireReach(staff, area.code);
    if (period > monthOf(civilDateOf(deps.now()))) {
      throw new Problem(oversightProblems.month_not_begun);
    }
    const bulletin = bulletinOf(await sourceOf(period, { area, places }, deps));
    return fileAnswer(bulletin, format, lang ?? languageOf(request));
  };
