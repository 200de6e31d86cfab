import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { ProjectNo } from '../primitive.ts';
import { proposedAnswer } from './approval-contract.table.ts';

export const handOverOperations = [
  {
    on: 'POST /v1/cases/{projectNo}/hand-over',
    id: 'handOverCase',
    to: 'access/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '办件移交所属系统', en: 'Hand a case to its owner' },
    description: {
      zh: '办件统一编号已被其他系统先行报送时，将办件移交实际办理的系统；须两人办理。to 为接收系统的有效密钥，须有 cases 权限，且办件现状（区域、部门、办件统一编号）在其范围内；两人的管理范围均须包含该办件与该密钥。移交后由新系统继续报送，原系统不能再报送；已报送内容保留，新系统报送的 header、同一 eventId 与同一服务次序的内容各可更正一次。',
      en: 'For a number that another system reported first: the case is given to the system that handles it, by two persons. to is an active key of that system, with the right cases and the case as it stands (area, department, number) within its scope; both persons reach the case and the key. It reports the case from then on, the former one no longer; what was reported stays, and the new system may correct the header, and each event and contact under its number, once.',
    },
    parameters: [
      {
        name: 'projectNo',
        in: 'path',
        schema: ProjectNo,
        words: { zh: '办件统一编号', en: 'Case number' },
        example: exampleCase.projectNo,
      },
    ],
    request: {
      schema: 'CaseHandOver',
      example: {
        to: 'AKq7Tn3RvW5yZ1bC8dF0gHjK',
        reason: '该流水号由越城区审批系统受理，误由测试系统报送',
      },
    },
    answers: [proposedAnswer],
    problems: problemsFor('staffWrite', [
      'case_unknown',
      'integrator_unknown',
      'owner_cannot_report',
      'owner_unchanged',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
