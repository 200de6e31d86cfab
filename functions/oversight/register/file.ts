import * as z from 'zod/mini';

import type { Answer } from '../../../shared/http/edge.ts';
import { readQuery } from '../../../shared/http/query.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import { fileBytes, formOf, refuseSpoiled } from '../../case/import/sent-file.ts';
import { entriesInForce } from './in-force.ts';
import { proposeList } from './propose.ts';
import type { RegisterDeps } from './propose.ts';
import { readRegisterFile, registerForms } from './read-file.ts';
import type { RegisterForm } from './read-file.ts';
import { areaAsked, keyOf, requireKnown, wholeKeyOf } from './register-key.ts';
import { registerCsv, registerXlsx } from './write-file.ts';

const Asked = z.object({
  ...areaAsked,
  expectedVersion: z.optional(z.coerce.number().check(z.int(), z.minimum(0))),
});

/**
 * `PUT /v1/register/{noun}/file?area=`: proposes the list of a CSV file or a workbook. One error
 * anywhere refuses the whole file, by line and column.
 */
export const uploadRegister =
  (deps: RegisterDeps): StaffHandler =>
  async (request, staff) => {
    refuseSpoiled(request);
    const { expectedVersion, area } = readQuery(Asked, request);
    const key = wholeKeyOf(request, staff, { area });
    const form = formOf(request, registerForms);
    const { entries, locate, reading } = await readRegisterFile(key, form, fileBytes(request));
    const answer = await proposeList({ ...key, entries, expectedVersion, locate }, staff, deps);
    return { ...answer, body: { ...(answer.body as object), reading } };
  };

const mediaTypes: Readonly<Record<RegisterForm, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const buildDownload = (name: string, type: string, body: string | Uint8Array): Answer => ({
  status: 200,
  body,
  headers: {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  },
});

/**
 * `GET /v1/register/{noun}/file.csv` and `.xlsx`: the list in force, in the form that an upload
 * takes. A list that was never stored has its header only, as a template, or the shipped entries.
 */
export const downloadRegister =
  ({ registers, places }: Pick<RegisterDeps, 'places' | 'registers'>): StaffHandler =>
  async (request, staff) => {
    const { area } = readQuery(z.object(areaAsked), request);
    const key = keyOf(request, staff, { area });
    await requireKnown(area, places);
    const known = await registers.find(key);
    const form: RegisterForm = request.rawPath.endsWith('.xlsx') ? 'xlsx' : 'csv';
    const write = form === 'xlsx' ? registerXlsx : registerCsv;
    const name = `${key.noun}-${key.area}-v${known?.version ?? 0}.${form}`;
    const file = await write(key.noun, entriesInForce(key, known));
    return buildDownload(name, mediaTypes[form], file);
  };
