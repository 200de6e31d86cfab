import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { auditRoutes } from './audit.ts';
import { showCaseFile } from './case-file.ts';
import { overseeCases } from './cases.ts';
import { showCoverage } from './coverage.ts';
import { createOversightDeps } from './deps.ts';
import { env } from './env.ts';
import { overseePads } from './pad/pads.ts';
import { listPresses } from './pad/presses.ts';
import { registerRoutes } from './register/routes.ts';
import { overseeSteps } from './steps.ts';
import { listUnlisted } from './unlisted.ts';

const config = env('staff');
const deps = createOversightDeps(config);
export const handler = staffRoutes<'oversight/staff'>(createStaffGate(config), {
  'GET /v1/oversight/cases': overseeCases(deps),
  'GET /v1/oversight/steps': overseeSteps(deps),
  'GET /v1/oversight/cases/{projectNo}': showCaseFile(deps),
  'GET /v1/oversight/pads': overseePads(deps),
  'GET /v1/oversight/pads/{padId}': overseePads(deps),
  'GET /v1/oversight/presses': listPresses(deps),
  ...registerRoutes(deps),
  'GET /v1/coverage': showCoverage(deps),
  'GET /v1/coverage/unlisted': listUnlisted(deps),
  ...auditRoutes(deps),
});
