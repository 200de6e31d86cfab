/**
 * 浙江办件中心/评价接口 (政务中台), as read in code that calls it; version 1. Inferred: hotline and
 * paper have no code there, so they are sent as 政务大厅其他终端 until the province names a value. So is
 * the follow-up to a rating whose channel is unknown.
 */
import type { ApplicantKind } from '../../case/applicant.ts';
import type { CaseKind } from '../../case/case.ts';
import type { Channel } from '../../rating/channel.ts';
import type { Level } from '../../rating/level.ts';
import type { CaseStage, CenterCodes } from './center-codes.ts';
import { codeMap } from './code-map.ts';

export const zhejiang: CenterCodes = {
  name: 'zhejiang',
  version: 1,
  level: codeMap<Level>({
    very_satisfied: '5',
    satisfied: '4',
    basically_satisfied: '3',
    dissatisfied: '2',
    very_dissatisfied: '1',
  }),
  channel: codeMap<Channel>({
    portal: '1',
    app: '2',
    qr: '3',
    pad: '4',
    terminal: '5',
    hotline: '5',
    paper: '5',
    unknown: '5',
    sms: '6',
  }),
  defaultChannel: '7',
  caseKind: codeMap<CaseKind>({
    promised: '1',
    immediate: '2',
  }),
  applicantKind: codeMap<ApplicantKind>({
    person: '1',
    enterprise: '2',
    institution: '2',
    social_organisation: '2',
    government: '2',
    other: '2',
  }),
  caseStage: codeMap<CaseStage>({
    received: '1',
    handling: '2',
    finished: '3',
  }),
  time: 'yyyy-MM-dd HH:mm:ss',
  dataSource: '133',
};
