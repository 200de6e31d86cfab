import { expect, it } from 'vitest';

import { approvalSubject } from '../../../shared/domain/access/approval-subject.ts';
import { proposeApproval } from '../../../shared/domain/access/approval.ts';
import type { Proposal } from '../../../shared/domain/access/proposal.ts';
import { at } from '../../fake/clock.ts';

const scope = {
  areas: ['330602'],
  departments: 'all',
  channels: ['qr'],
  numberPrefixes: [],
} as const;

const proposals: readonly (readonly [Proposal, Readonly<Record<string, string>>])[] = [
  [
    {
      power: 'integrator',
      accessKey: 'AK2',
      system: 'AK1',
      name: '自建系统',
      may: ['cases'],
      scope,
      beside: [],
    },
    { accessKey: 'AK2', system: 'AK1' },
  ],
  [
    { power: 'pad', padId: 'P1', hall: '330602-H1', window: 'A03', label: '三号窗' },
    { padId: 'P1', hall: '330602-H1', window: 'A03' },
  ],
  [
    {
      power: 'webhook',
      webhook: {
        id: 'W1',
        name: '督办群',
        form: 'robot',
        box: { kind: 'city' },
        host: 'desk.example.cn',
        sealedUrl: 's1',
        sealedSecret: 's2',
      } as never,
    },
    { webhookId: 'W1' },
  ],
  [
    { power: 'center_access', scheme: 'hmac', accessKey: 'ZJ', sealedSecrets: 's3', after: 1 },
    { accessKey: 'ZJ' },
  ],
  [
    {
      power: 'calendar_year',
      calendar: { year: 2027, notices: [], holidays: [] },
      after: 1,
    },
    { year: '2027', version: '2' },
  ],
  [{ power: 'policy', policyVersion: 3, after: 1 }, { version: '3' }],
  [
    {
      power: 'register',
      noun: 'matters',
      area: '330602',
      entriesDigest: 'd1',
      count: 4,
      after: 0,
    },
    { noun: 'matters', area: '330602', version: '1' },
  ],
  [
    {
      power: 'case_owner',
      projectNo: '330602261120000000017',
      from: 'AK1',
      to: 'AK2',
      reason: '误报',
    },
    { projectNo: '330602261120000000017', from: 'AK1', to: 'AK2' },
  ],
  [{ power: 'center_callback', callbackId: 'C1', reason: '可以入库' }, { callbackId: 'C1' }],
  [{ power: 'settle_callback', callbackId: 'C1', note: '测试数据' }, { callbackId: 'C1' }],
  [
    {
      power: 'take_up_rating',
      padId: 'P1',
      sequence: 7,
      projectNo: '330602261120000000017',
      serviceNumber: 2,
      reason: '断网',
    },
    { padId: 'P1', sequence: '7', projectNo: '330602261120000000017', serviceNumber: '2' },
  ],
  [
    { power: 'settle_press', padId: 'P1', sequence: 7, note: '无法核实' },
    { padId: 'P1', sequence: '7' },
  ],
  [
    {
      power: 'contest_ruling',
      contestId: '330602261120000000017-1c1',
      outcome: 'upheld',
      reason: '本人确认',
      after: 2,
      departments: [],
      persons: [],
    },
    { contestId: '330602261120000000017-1c1' },
  ],
];

it.each(proposals)('names what it is about, and no text or secret: $power', (proposal, named) => {
  const facts = { id: 'AP1', proposal, digest: 'd1', area: '330600', by: 'u-1' };
  const approval = proposeApproval({ ...facts, at: at('2026-11-16T09:00:00+08:00') });
  expect(approvalSubject(approval)).toEqual({
    approvalId: 'AP1',
    power: proposal.power,
    ...named,
  });
});
