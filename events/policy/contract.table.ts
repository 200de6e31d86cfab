import * as z from 'zod/mini';

import { defaultPolicy } from '../../shared/domain/policy/policy.ts';
import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';

const versionParameter: Parameter = {
  name: 'version',
  in: 'path',
  schema: z.int().check(z.minimum(1)),
  words: { zh: '规则版本', en: 'Version of the policy' },
  example: 2,
};

const { version: _version, ...rules } = defaultPolicy;

const proposal = {
  ...rules,
  source: {
    official: false,
    zh: '越城区试行规则（示例，非官方规定）：10个工作日整改',
    en: 'Trial rules of a district (example, not official): rectify in 10 working days',
  },
  clocks: { ...rules.clocks, rectify: { amount: 10, unit: 'working_day' } },
};

const source = { official: false, text: proposal.source.zh };

const summary = {
  version: 2,
  state: 'proposed',
  shipped: false,
  source,
  proposedBy: 'sysadmin',
  proposedAt: '2026-11-20T10:00:00.000+08:00',
  activations: [],
};

const view = { ...summary, policy: { version: 2, ...proposal } };

const activation = { version: 2, by: 'sysadmin-2', at: '2026-11-20T15:00:00.000+08:00' };

const shipped = {
  version: 1,
  state: 'active',
  shipped: true,
  source: { official: false, text: defaultPolicy.source.zh },
  activations: [],
};

export const policyOperations = [
  {
    on: 'GET /v1/policies',
    id: 'listPolicies',
    to: 'policy/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '规则版本列表', en: 'List policies' },
    description: {
      zh: '全部规则版本、来源说明（默认值会注明为默认值）、提出人与历次生效时间。',
      en: 'Every version, where its rules come from (a default is named as one), who proposed it and when it was in force.',
    },
    answers: [
      {
        status: 200,
        words: { zh: '规则版本', en: 'The policies' },
        content: { schema: 'PolicyList', example: { active: 1, policies: [shipped, summary] } },
      },
    ],
    problems: problemsFor('staffRead'),
  },
  {
    on: 'POST /v1/policies',
    id: 'proposePolicy',
    to: 'policy/staff',
    audience: 'staff',
    security: 'bearer',
    roles: ['system_admin'],
    summary: { zh: '提出规则', en: 'Propose a policy' },
    description: {
      zh: '提交完整规则，由服务给出版本号。生效前不影响任何工单。同一人紧接着重复提交相同内容，返回原版本。',
      en: 'A whole policy; the service gives its version. Nothing changes until it is activated. The same rules from the same person right after answer the same version.',
    },
    request: { schema: 'PolicyProposal', example: proposal },
    answers: [
      {
        status: 201,
        words: { zh: '新版本', en: 'The new version' },
        content: { schema: 'PolicyView', example: view },
      },
      {
        status: 200,
        words: { zh: '重复提交，返回原版本', en: 'A repeat: the version of the first time' },
        content: { schema: 'PolicyView', example: view },
      },
    ],
    problems: problemsFor('staffWrite', ['policy_invalid', 'busy']),
  },
  {
    on: 'GET /v1/policies/{version}',
    id: 'showPolicy',
    to: 'policy/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '查看规则版本', en: 'Show a policy' },
    description: {
      zh: '某一版本的全部规则：差评等级、各期限、延期、升级阶梯、追评期、分值。',
      en: 'Every rule of a version: bad levels, terms, extension, ladder, follow-up window, scores.',
    },
    parameters: [versionParameter],
    answers: [
      {
        status: 200,
        words: { zh: '规则', en: 'The policy' },
        content: { schema: 'PolicyView', example: view },
      },
    ],
    problems: problemsFor('staffRead', ['policy_unknown']),
  },
  {
    on: 'POST /v1/policies/{version}/dry-run',
    id: 'dryRunPolicy',
    to: 'policy/staff',
    audience: 'staff',
    security: 'bearer',
    roles: ['system_admin'],
    summary: { zh: '试算规则', en: 'Try a policy' },
    description: {
      zh: '将全部未办结工单按其自身规则与该版本分别计算并比较：期限、升级阶梯、是否成单。不作任何更改。',
      en: 'Every open ticket under its own policy and, had it held for it, under this one: deadlines, rungs, and whether it would be a ticket. Changes nothing.',
    },
    parameters: [versionParameter],
    answers: [
      {
        status: 200,
        words: { zh: '差异', en: 'What would differ' },
        content: {
          schema: 'PolicyRehearsal',
          example: {
            version: 2,
            source,
            at: '2026-11-20T14:00:00.000+08:00',
            tickets: 31,
            differing: 1,
            counts: {
              notOpened: 0,
              contactEarlier: 0,
              contactLater: 0,
              rectifyEarlier: 1,
              rectifyLater: 0,
              moreRungs: 1,
              fewerRungs: 0,
            },
            lines: [
              {
                id: '330602261120000000017-1',
                state: 'open',
                policyVersion: 1,
                opens: true,
                contactDue: {
                  now: '2026-11-23T17:30:00.000+08:00',
                  proposed: '2026-11-23T17:30:00.000+08:00',
                },
                rectifyDue: {
                  now: '2026-12-11T17:30:00.000+08:00',
                  proposed: '2026-12-04T17:30:00.000+08:00',
                },
                rungs: { now: ['notify'], proposed: ['notify', 'remind'] },
              },
            ],
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['policy_unknown']),
  },
  {
    on: 'POST /v1/policies/{version}/activate',
    id: 'activatePolicy',
    to: 'policy/staff',
    audience: 'staff',
    security: 'bearer',
    roles: ['system_admin'],
    summary: { zh: '启用规则', en: 'Put a policy in force' },
    description: {
      zh: '须由提出人以外的另一人启用。此后新工单按该版本办理，未办结工单仍按其原版本。以往版本可再次启用。重复调用不作更改。',
      en: 'By somebody other than who proposed it. New tickets open under it from now on; those that are open keep their own. An earlier version may be put in force again. A repeat changes nothing.',
    },
    parameters: [versionParameter],
    answers: [
      {
        status: 200,
        words: { zh: '已启用', en: 'It is in force' },
        content: {
          schema: 'PolicyActivated',
          example: {
            ...summary,
            state: 'active',
            activations: [activation],
            changed: true,
            inForceBy: '2026-11-20T15:01:00.000+08:00',
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['policy_unknown', 'same_person', 'busy']),
  },
] as const satisfies readonly Operation[];
