/**
 * The national-format family as Beijing implements it (domain.md §2.5), with the channels of Fujian
 * and others (6 电话, 7 短信); version 1. Beijing's 5 is 非法人企业, which no kind of ours means, and its
 * 政府机关 is 6. Paper goes as 政务大厅其他终端 (inferred).
 */
import { codeMap } from './code-map.ts';
import type { Dialect } from './dialect.ts';

export const national: Dialect = {
  name: 'national',
  version: 1,
  level: codeMap([
    ['very_satisfied', '5'],
    ['satisfied', '4'],
    ['basically_satisfied', '3'],
    ['dissatisfied', '2'],
    ['very_dissatisfied', '1'],
  ]),
  channel: codeMap([
    ['portal', '1'],
    ['app', '2'],
    ['qr', '3'],
    ['pad', '4'],
    ['terminal', '5'],
    ['paper', '5'],
    ['hotline', '6'],
    ['sms', '7'],
  ]),
  caseKind: codeMap([
    ['immediate', '1'],
    ['promised', '2'],
  ]),
  applicantKind: codeMap([
    ['person', '1'],
    ['enterprise', '2'],
    ['institution', '3'],
    ['social_organisation', '4'],
    ['government', '6'],
    ['other', '9'],
  ]),
  caseStage: codeMap([
    ['received', '1'],
    ['handling', '2'],
    ['finished', '3'],
  ]),
  time: 'yyyyMMddHHmmss',
  dataSource: '111',
};
