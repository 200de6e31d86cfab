import { proposedAnswer } from '../access/approval-contract.table.ts';
import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { ProjectNo } from '../primitive.ts';

export const handOverOperations = [
  {
    on: 'POST /v1/cases/{projectNo}/hand-over',
    id: 'handOverCase',
    to: 'access/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '办件移交所属系统', en: 'Hand a case to its owner' },
    description: {
      zh: '申办流水号已被其他系统先行报送时，将办件移交实际办理的系统；须两人办理。移交后由新系统继续报送，已报送内容保留。',
      en: 'For a number that another system reported first: the case is given to the system that handles it, by two persons. That system reports it from then on; what was reported stays.',
    },
    parameters: [
      {
        name: 'projectNo',
        in: 'path',
        schema: ProjectNo,
        words: { zh: '申办流水号', en: 'Project number' },
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
    problems: problemsFor('staffWrite', ['case_unknown', 'integrator_unknown', 'busy']),
  },
] as const satisfies readonly Operation[];
