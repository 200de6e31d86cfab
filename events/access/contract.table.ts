import * as z from 'zod/mini';

import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { pageParameters } from '../page-parameters.ts';
import { proposedWith } from './approval-contract.table.ts';
import { exampleScope } from './example-scope.ts';

const accessKey = 'AKq7Tn3RvW5yZ1bC8dF0gHjK';
const admission = {
  name: '越城区自建审批系统',
  may: ['cases', 'invitations'],
  scope: exampleScope,
};

export const integratorOperations = [
  {
    on: 'POST /v1/integrators',
    id: 'admitIntegrator',
    to: 'access/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '新增接入系统', en: 'Add an integrator' },
    description: {
      zh: '提出为接入系统发放访问密钥，须由另一人复核；密文在复核时生成，仅显示一次。scope 限定密钥可用的区域、部门、渠道与办件统一编号开头；portal 可为其他系统的办件发出邀请，center 须单独授予，center 与 messages 的范围须为全市；有多个短信网关密钥（messages）时，使用最早发放的有效密钥，吊销后才启用下一个。更换密钥时填写原 system，办件仍归该系统；新密钥须单独提出范围，复核事项的 beside 列明其比该系统每个有效密钥多出的权限与范围。',
      en: 'Proposes an access key for a system; another person confirms it, and only then there is a secret, shown once. scope limits the areas, departments, channels and beginnings of project numbers; portal may invite for cases of other systems, center comes alone, center and messages are for the whole city; of several keys of the message gateway (messages) the one admitted first is used until it is revoked. To change a key, give the existing system: its cases stay with it; the new key has its own scope, and beside in the approval names where it goes beyond each active key of the system.',
    },
    request: { schema: 'IntegratorAdmission', example: admission },
    answers: [proposedWith('IntegratorProposed', { accessKey, system: accessKey })],
    problems: problemsFor('staffWrite', [
      'integrator_unknown',
      'department_unlisted',
      'out_of_scope',
      'area_unlisted',
      'area_closed',
      'busy',
    ]),
  },
  {
    on: 'GET /v1/integrators',
    id: 'listIntegrators',
    to: 'access/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '接入系统列表', en: 'List integrators' },
    description: {
      zh: '可调用本服务的系统及其权限，不含密钥。',
      en: 'The systems that can call this service and their permissions; never a secret.',
    },
    parameters: pageParameters,
    answers: [
      {
        status: 200,
        words: { zh: '接入系统', en: 'The integrators' },
        content: {
          schema: 'IntegratorList',
          example: {
            integrators: [
              {
                accessKey,
                system: accessKey,
                ...admission,
                state: 'active',
                issuer: 16,
                admittedBy: 'sysadmin',
                confirmedBy: 'sysadmin-2',
                admittedAt: '2026-11-02T14:00:00.000+08:00',
              },
            ],
            cursor: null,
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['invalid_input', 'cursor_invalid']),
  },
  {
    on: 'DELETE /v1/integrators/{accessKey}',
    id: 'revokeIntegrator',
    to: 'access/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '吊销访问密钥', en: 'Revoke an access key' },
    description: {
      zh: '此后该密钥的签名一律拒绝。可重复调用。',
      en: 'Its signatures are refused from now on. Safe to repeat.',
    },
    parameters: [
      {
        name: 'accessKey',
        in: 'path',
        schema: z.string(),
        words: { zh: '访问密钥', en: 'Access key' },
        example: accessKey,
      },
    ],
    answers: [
      {
        status: 200,
        words: { zh: '已吊销', en: 'It is revoked' },
        content: { schema: 'IntegratorRevoked', example: { accessKey, state: 'revoked' } },
      },
    ],
    problems: problemsFor('staffRead', ['integrator_unknown']),
  },
] as const satisfies readonly Operation[];
