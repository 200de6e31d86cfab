import * as z from 'zod/mini';

import { ratableNouns } from '../../shared/domain/oversight/register.ts';
import type { Operation } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';
import { areaParameter, listProblems } from './list-parameters.ts';

const { area, contact } = exampleCase;

const rate = { numerator: 41, denominator: 44, value: 0.931818 };
const share = { rate, unlisted: 1, lastRatedOn: '2026-11-20' };
const span = {
  area,
  from: '2025-11-21',
  to: '2026-11-20',
  countedUntil: '2026-11-20T10:14:40.000+08:00',
};

export const coverageOperation = {
  on: 'GET /v1/coverage',
  id: 'showCoverage',
  to: 'oversight/staff',
  audience: 'staff',
  security: 'bearer',
  summary: { zh: '评价覆盖情况', en: 'Coverage' },
  description: {
    zh: '近若干天内，网上与移动端、市县镇村四级大厅、部门与事项的应评数、已评数与最近评价日期；比率均附分子与分母，未列入清单的单独计数、不计入比率。systems 为自建系统对接率，即清单中持有有效密钥的系统所占比例。带 of 时逐项列出。默认评价不计入。',
    en: 'For portal and app, halls of the four levels, departments and matters: how many must be open to rating, how many were rated within the last days, and when last. Every rate comes with numerator and denominator; what is not on a register is counted apart and in no rate. systems is the share of registered self-built systems that have an active key. With of, they are listed one by one. Default ratings do not count.',
  },
  parameters: [
    areaParameter,
    {
      name: 'days',
      in: 'query',
      schema: z._default(z.int().check(z.minimum(1), z.maximum(366)), 365),
      words: { zh: '回溯天数，含当天', en: 'How many days back, today included' },
      example: 365,
    },
    {
      name: 'of',
      in: 'query',
      schema: z.enum(ratableNouns),
      words: { zh: '逐项列出的类别', en: 'What to list one by one' },
      example: 'halls',
    },
    ...pageParameters,
  ],
  answers: [
    {
      status: 200,
      words: { zh: '覆盖情况', en: 'The shares' },
      content: {
        schema: 'CoverageView',
        example: {
          ...span,
          channels: [
            { channel: 'portal', rated: 5120, lastRatedOn: '2026-11-20' },
            { channel: 'app', rated: 20377, lastRatedOn: '2026-11-20' },
          ],
          halls: [{ level: 'county', ...share }],
          allHalls: share,
          departments: share,
          matters: share,
          systems: {
            rate: { numerator: 3, denominator: 4, value: 0.75 },
            unlisted: 1,
            notConnected: [{ area, code: 'zjj-shenpi', name: '建设工程审批系统' }],
          },
          withoutRegister: [{ area, noun: 'matters' }],
        },
      },
    },
    {
      status: 200,
      words: { zh: '逐项列出（带 of 时）', en: 'The lines, with of' },
      content: {
        schema: 'CoverageLines',
        example: {
          ...span,
          of: 'halls',
          lines: [
            {
              area,
              code: contact.hall,
              name: '越城区政务服务中心',
              level: 'county',
              listed: true,
              rated: true,
              lastFinishedOn: '2026-11-20',
              lastRatedOn: '2026-11-20',
            },
          ],
          cursor: null,
        },
      },
    },
  ],
  problems: listProblems,
} as const satisfies Operation;

export const unlistedOperation = {
  on: 'GET /v1/coverage/unlisted',
  id: 'listUnlistedReferences',
  to: 'oversight/staff',
  audience: 'staff',
  security: 'bearer',
  summary: { zh: '清单外引用', en: 'Unlisted references' },
  description: {
    zh: '办件或评价中出现、而所在区划清单中没有的部门、事项与大厅。此类办件照常接收、保存和统计，并在此逐条列出，待补入清单或由上报系统更正；补入后自动移出。评价器所在大厅、推送地址与接入密钥所列部门、在办工单改派后的承办部门，清单中没有的同样列出。大厅已列入清单而窗口或自助终端未列入的，列为 windows（编码为 <大厅>/<窗口>）。某区划尚无清单时（hasRegister 为 false），其引用均予接受并列于此处。大厅编码不属于任何区划的，列在办件所在区划。未列入市级区划清单的区划代码（noun 为 areas）仅向市级列出。',
    en: 'The departments, matters and halls that cases or ratings name and the register of their area does not list. Such cases are taken in, kept and counted as usual; each reference stands here until the register lists it, or its system corrects it. Halls of pads, departments of webhooks and of access keys, and those to which open tickets were transferred, stand here as well. A window or terminal that the entry of its hall lacks is listed as one of windows (code <hall>/<window>). While an area has no such register at all (hasRegister is false), every reference is accepted and stands here. A hall whose code belongs to no area is listed in the area of its case. Codes of areas that the city does not list (noun areas) are shown to staff of the city.',
  },
  parameters: [areaParameter, ...pageParameters],
  answers: [
    {
      status: 200,
      words: { zh: '清单外引用', en: 'The references' },
      content: {
        schema: 'UnlistedReferences',
        example: {
          area,
          countedUntil: span.countedUntil,
          references: [
            {
              area,
              noun: 'departments',
              code: '11330602MB1A2B3C46',
              name: '越城区测试局',
              hasRegister: true,
              firstSeenOn: '2026-11-18',
              lastFinishedOn: '2026-11-20',
              lastRatedOn: null,
            },
          ],
          cursor: null,
        },
      },
    },
  ],
  problems: listProblems,
} as const satisfies Operation;
