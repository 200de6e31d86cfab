import * as z from 'zod/mini';

import { defaultPolicy } from '../../shared/domain/policy/shipped.ts';
import { proposedWith } from '../access/approval-contract.table.ts';
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

const view = { ...summary, policy: proposal };

const activation = {
  version: 2,
  by: 'sysadmin',
  confirmedBy: 'sysadmin-2',
  at: '2026-11-20T15:00:00.000+08:00',
};

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
      zh: '全部规则版本、来源说明（默认值注明为默认值）、提出人与历次启用时间。',
      en: 'Every version with its source (a default is named as one), who proposed it and when it was in force.',
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
    summary: { zh: '提出规则', en: 'Propose a policy' },
    description: {
      zh: '提交完整规则，由服务给出版本号，并提出启用，待另一人复核。差评等级须含不满意和非常不满意；注明为官方规定的，须列明发文机关、发文字号和成文日期。生效前不影响任何工单。同一人紧接着重复提交相同内容，返回原版本。',
      en: 'A complete policy; the service assigns its version and proposes to put it in force. Both national bad levels are in it; an official policy names issuing body, number and date of its document. No ticket is affected until another person activates it. The same rules sent again by the same person return the same version.',
    },
    request: { schema: 'PolicyProposal', example: proposal },
    answers: [proposedWith('PolicyProposed', { version: 2 })],
    problems: problemsFor('staffWrite', [
      'policy_unchanged',
      'policy_invalid',
      'out_of_scope',
      'busy',
    ]),
  },
  {
    on: 'GET /v1/policies/{version}',
    id: 'showPolicy',
    to: 'policy/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '查看规则版本', en: 'Show a policy' },
    description: {
      zh: '某一版本的全部规则：差评等级、各项期限、延期、分级预警督办规则、追评期限、分值。policy 可修改后原样提交 POST /v1/policies。',
      en: 'All rules of a version: bad levels, terms, extension, escalation ladder, follow-up period, scores. policy can be edited and sent to POST /v1/policies as it is.',
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
    summary: { zh: '模拟测算', en: 'Dry run of a policy' },
    description: {
      zh: '将全部未办结工单按其原规则与该版本分别测算并比较：期限、预警督办级别、是否生成工单；并统计近一年评价中将改判为差评或不再为差评的条数。不作任何更改。',
      en: 'Compares every open ticket under its own policy and under this one: deadlines, escalation rungs, and whether a ticket would be opened; and counts the ratings of the last year that would newly be bad or no longer be. Changes nothing.',
    },
    parameters: [versionParameter],
    answers: [
      {
        status: 200,
        words: { zh: '差异', en: 'The differences' },
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
              reviewEarlier: 0,
              reviewLater: 0,
              moreRungs: 1,
              fewerRungs: 0,
            },
            ratings: {
              from: '2025-11-21',
              to: '2026-11-20',
              rated: 20417,
              newlyBad: 0,
              noLongerBad: 0,
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
                reviewDue: { now: null, proposed: null },
                rungs: { now: ['notify'], proposed: ['notify', 'remind'] },
              },
            ],
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['policy_unknown', 'out_of_scope']),
  },
  {
    on: 'POST /v1/policies/{version}/activate',
    id: 'activatePolicy',
    to: 'policy/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '启用规则', en: 'Activate a policy' },
    description: {
      zh: '须由提出人以外的另一人启用，与复核该事项相同。此后新工单按该版本办理，未办结工单仍按其原版本。以往版本可再次启用：首次调用为提出，另一人再次调用即启用。重复调用不作更改。',
      en: 'By a person other than the proposer; the same as confirming its approval. New tickets follow it from now on; open tickets keep their version. An earlier version can be activated again: the first call proposes it, and that of another person activates it. A repeat changes nothing.',
    },
    parameters: [versionParameter],
    answers: [
      proposedWith('PolicyProposed', { version: 2 }),
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
    problems: problemsFor('staffRead', [
      'policy_unknown',
      'policy_invalid',
      'same_person',
      'approval_superseded',
      'out_of_scope',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
