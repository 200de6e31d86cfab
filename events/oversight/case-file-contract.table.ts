import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase, projectNoParameter } from '../example.table.ts';

const accessKey = 'AKq7Tn3RvW5yZ1bC8dF0gHjK';

export const caseFileOperations = [
  {
    on: 'GET /v1/oversight/cases/{projectNo}',
    id: 'showCaseFile',
    to: 'oversight/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '办件来源', en: 'Where a case comes from' },
    description: {
      zh: '办件的每个事件与每次评价由哪个密钥带来，密钥由谁提出、谁复核，办件何时由谁移交。不含评价内容；申请人信息已脱敏。本区域以外的办件与不存在的办件回答相同。',
      en: 'Which key brought each event and rating of a case, who proposed and confirmed those keys, and who handed the case over. It holds nothing of what a rating says; the applicant is masked. A case outside the caller’s area is answered like an unknown one.',
    },
    parameters: [projectNoParameter],
    answers: [
      {
        status: 200,
        words: { zh: '办件来源', en: 'The case file' },
        content: {
          schema: 'CaseFile',
          example: {
            projectNo: exampleCase.projectNo,
            state: 'handling',
            matter: exampleCase.matter,
            department: exampleCase.department,
            area: exampleCase.area,
            caseKind: 'immediate',
            applicant: { kind: 'person', name: '张**', mobile: '139****0001' },
            timeline: [
              {
                eventId: 'HJ-2026-1120-0017-01',
                type: 'accepted',
                at: '2026-11-20T09:12:00.000+08:00',
                receivedAt: '2026-11-20T09:12:41.000+08:00',
                accessKey,
              },
            ],
            contacts: [{ ...exampleCase.contact, at: '2026-11-20T09:12:00.000+08:00' }],
            steps: [],
            irregularities: [],
            source: accessKey,
            handOvers: [],
            ratings: [
              {
                serviceNumber: 1,
                assessNumber: 1,
                channel: 'qr',
                proof: 'token',
                proofClass: 'link',
                proofName: '凭评价链接，未核验身份',
                receivedAt: '2026-11-20T09:40:00.000+08:00',
                issuer: 16,
                issuedAt: '2026-11-20T09:30:00.000+08:00',
                secondsSinceIssue: 600,
                pressedLate: false,
                neverDisplayed: false,
                accessKey,
                receipt: 'sent',
                doubts: [],
              },
            ],
            keys: [
              {
                accessKey,
                system: accessKey,
                name: '越城区自建审批系统',
                state: 'active',
                admittedBy: 'sysadmin',
                confirmedBy: 'sysadmin-2',
                admittedAt: '2026-11-02T14:00:00.000+08:00',
              },
            ],
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['case_unknown']),
  },
] as const satisfies readonly Operation[];
