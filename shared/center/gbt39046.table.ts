/**
 * GB/T 39046-2020, tables A.4 to A.8 and 9, read in full (domain.md §2.1); version 1. Its channels
 * are names; the standard has none for paper, which goes as 政务大厅其他终端 (inferred). Its status is
 * that of a step: 待办, 已办.
 */
import { codeMap } from './code-map.ts';
import type { Dialect } from './dialect.ts';

export const gbt39046: Dialect = {
  name: 'gbt39046',
  version: 1,
  level: codeMap([
    ['very_satisfied', '1'],
    ['satisfied', '2'],
    ['basically_satisfied', '3'],
    ['dissatisfied', '4'],
    ['very_dissatisfied', '5'],
  ]),
  channel: codeMap([
    ['portal', 'PC端'],
    ['app', '移动服务端'],
    ['qr', '二维码'],
    ['pad', '政务大厅平板电脑'],
    ['terminal', '政务大厅其他终端'],
    ['hotline', '电话'],
    ['sms', '短信'],
    ['paper', '政务大厅其他终端'],
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
    ['government', '5'],
    ['other', '6'],
  ]),
  caseStage: codeMap([
    ['handling', '1'],
    ['received', '1'],
    ['finished', '2'],
  ]),
  time: 'yyyyMMddTHHmmss',
};
