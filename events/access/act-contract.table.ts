import { Month } from '../../shared/domain/time/month.ts';
import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { pageParameters } from '../page-parameters.ts';

const hash = '0b4e1c9a7d2f35688e0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60';

export const actOperations = [
  {
    on: 'GET /v1/acts',
    id: 'listActs',
    to: 'access/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '管理操作日志', en: 'Log of administrative acts' },
    description: {
      zh: '工作人员的每一次管理操作：办理前记一条（asked），结束后记一条（ended），最新的在前，逐条以散列值相连；subject 为路径与查询参数，about 为所提出或复核的事项（approvalId、power 及所涉编号、版本）；因角色或范围不足被拒绝的也记录，本人无任何角色的除外；仅供审计员查看。只有 asked 而无 ended 的为中断。不含提交内容，仅含其 SHA-256。',
      en: 'Every administrative act of staff: one entry before it is done (asked) and one after it ended (ended), the newest first, each with the hash of the one before; subject has the parameters of path and query, about the approval that was proposed or decided (approvalId, power, and the ids or version that it names); also of an attempt that was refused for want of a role or of reach, unless the person has no role at all; for auditors only. An asked one without an ended one was interrupted. The content that was sent is not there, only its SHA-256.',
    },
    parameters: [
      {
        name: 'month',
        in: 'query',
        schema: Month,
        words: { zh: '月份；默认当月', en: 'Month; the current one by default' },
        example: '2026-11',
      },
      ...pageParameters,
    ],
    answers: [
      {
        status: 200,
        words: { zh: '管理操作', en: 'The acts' },
        content: {
          schema: 'ActList',
          example: {
            month: '2026-11',
            acts: [
              {
                phase: 'ended',
                number: 8,
                at: '2026-11-20T14:00:00.210+08:00',
                of: 7,
                status: 202,
                about: {
                  approvalId: 'APq7Tn3RvW5yZ1bC8dF0gHjK',
                  power: 'integrator',
                  accessKey: 'AKq7Tn3RvW5yZ1bC8dF0gHjK',
                  system: 'AKb2Lm9XsV4wE6tY1uP8oQdZ',
                },
                previous: hash,
                hash,
              },
              {
                phase: 'asked',
                number: 7,
                at: '2026-11-20T14:00:00.000+08:00',
                by: 'sysadmin',
                roles: ['system_admin'],
                area: '330600',
                department: '11330600002577103Y',
                call: 'POST /v1/integrators',
                subject: {},
                bodyDigest: hash,
                previous: hash,
                hash,
              },
            ],
            broken: null,
            cursor: null,
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['invalid_input', 'cursor_invalid']),
  },
] as const satisfies readonly Operation[];
