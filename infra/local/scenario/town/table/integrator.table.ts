import type { IntegratorScope } from '../../../../../shared/domain/access/scope.ts';

const wholeCity = { areas: ['330600'], departments: 'all', numberPrefixes: [] } as const;

/** 接入系统: the three systems that report cases. */
export const integrators = [
  {
    word: 'halls',
    name: '市县大厅综合受理系统（示例）',
    about: 'what is handled at the windows of city, county and township halls',
    may: ['cases', 'invitations'],
    scope: {
      ...wholeCity,
      channels: ['qr', 'sms', 'pad', 'terminal', 'hotline', 'paper'],
    } satisfies IntegratorScope,
  },
  {
    word: 'construction',
    name: '建设局自建审批系统（示例）',
    about: 'the construction bureaus’ self-built system, at the window and online',
    may: ['cases', 'invitations'],
    scope: {
      ...wholeCity,
      channels: ['qr', 'sms', 'pad', 'terminal', 'portal', 'app', 'hotline', 'paper'],
    } satisfies IntegratorScope,
  },
  {
    word: 'online',
    name: '浙江政务服务网·浙里办前端（示例）',
    about: 'cases applied for on the portal or in the app',
    may: ['cases', 'invitations'],
    scope: {
      ...wholeCity,
      channels: ['portal', 'app', 'qr', 'sms', 'hotline', 'paper'],
    } satisfies IntegratorScope,
  },
] as const;

export type IntegratorWord = (typeof integrators)[number]['word'];
