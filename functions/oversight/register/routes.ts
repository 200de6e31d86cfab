import type { StaffRoute } from '../../../events/roles.table.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import { downloadRegister, uploadRegister } from './file.ts';
import { keepRegister } from './keep.ts';
import type { RegisterDeps } from './propose.ts';
import { listVersions } from './versions.ts';

/** The verbs of the registers by their routes. */
export const registerRoutes = (deps: RegisterDeps) => {
  const [keep, download] = [keepRegister(deps), downloadRegister(deps)];
  return {
    'GET /v1/register/{noun}': keep,
    'PUT /v1/register/{noun}': keep,
    'GET /v1/register/{noun}/versions': listVersions(deps),
    'GET /v1/register/{noun}/file.csv': download,
    'GET /v1/register/{noun}/file.xlsx': download,
    'PUT /v1/register/{noun}/file': uploadRegister(deps),
  } as const satisfies Partial<Readonly<Record<StaffRoute, StaffHandler>>>;
};
