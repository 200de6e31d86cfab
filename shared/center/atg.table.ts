/**
 * 浙江政务总线 ATG: the page request `publishurl` and `eval.eval`, as read in code and SDK
 * (domain.md §2.3, §2.4); version 1. Of its channels only PC_ONLINE, APP_ONLINE and the default 二维码
 * were read; the others have no code here.
 */
import { codeMap } from './code-map.ts';
import type { Dialect } from './dialect.ts';

export const atg: Dialect = {
  name: 'atg',
  version: 1,
  level: codeMap([
    ['very_satisfied', '1'],
    ['satisfied', '2'],
    ['basically_satisfied', '3'],
    ['dissatisfied', '4'],
    ['very_dissatisfied', '5'],
  ]),
  channel: codeMap([
    ['portal', 'PC_ONLINE'],
    ['app', 'APP_ONLINE'],
    ['qr', '二维码'],
  ]),
  caseKind: codeMap([
    ['immediate', '1'],
    ['promised', '2'],
  ]),
  applicantKind: codeMap([
    ['person', 'person'],
    ['enterprise', 'legal'],
    ['institution', 'legal'],
    ['social_organisation', 'legal'],
    ['government', 'legal'],
    ['other', 'legal'],
  ]),
  caseStage: codeMap([
    ['received', '1'],
    ['handling', '1'],
    ['finished', '2'],
  ]),
  time: 'yyyy-MM-dd HH:mm:ss',
};
