import * as z from 'zod/mini';

import { registerNouns } from '../../shared/domain/oversight/register.ts';
import { proposedAnswer, proposedWith } from '../access/approval-contract.table.ts';
import { fileProblems } from '../case/import-contract.table.ts';
import type { FileForm, Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';
import { Area } from '../primitive.ts';
import { longestRegister } from './register.ts';

const { area, contact } = exampleCase;
const at = '2026-11-20T10:15:00.000+08:00';
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const areaProblems = ['areas_left_out', 'area_unlisted', 'area_closed'] as const;

const nounParameter: Parameter = {
  name: 'noun',
  in: 'path',
  schema: z.enum(registerNouns),
  words: {
    zh: 'departments 部门、matters 事项、halls 大厅、systems 自建系统、areas 区划、indicators 评价指标（仅全市一份）',
    en: 'departments, matters, halls, systems (self-built ones), areas or indicators (of the city only)',
  },
  example: 'halls',
};

const areaParameter: Parameter = {
  name: 'area',
  in: 'query',
  schema: Area,
  words: { zh: '行政区划；默认为本人区域', en: 'Area; by default the caller’s own' },
  example: area,
};

const versionParameter = (name: string, zh: string, en: string): Parameter => ({
  name,
  in: 'query',
  schema: z.int(),
  words: { zh, en },
  example: 2,
});

const entries = [
  {
    code: contact.hall,
    name: '越城区政务服务中心',
    level: 'county',
    windows: [contact.window, 'A04'],
    terminals: ['Z01'],
    hours: [
      { days: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' },
      { days: [6], from: '09:00', to: '12:00' },
    ],
  },
];
const signed = { by: 'sysadmin', confirmedBy: 'sysadmin-2', at };
const registerHead = { noun: 'halls', area, version: 3, ...signed };

const base = { to: 'oversight/staff', audience: 'staff', security: 'bearer' } as const;

const readProblems = problemsFor('staffRead', [
  'register_unknown',
  'register_of_city',
  'invalid_input',
  'out_of_scope',
  'area_unknown',
]);

/** Why a list cannot follow the one in force. */
const listProblems = [
  'register_unknown',
  'register_of_city',
  'register_changed',
  'indicators_missing',
  'base_indicator_missing',
] as const;

const unchanged = (more: object = {}) =>
  ({
    status: 200,
    words: { zh: '内容未变', en: 'It was the same before' },
    content: {
      schema: 'RegisterSaved',
      example: { ...registerHead, changed: false, count: 1, ...more },
    },
  }) as const;

const reading = { encoding: 'utf-8', headerLine: 2 };

/** In the order of the columns of a download. */
const csvExample = [
  '大厅编码,名称,大厅层级,窗口,所在区划,自助终端,办公时间',
  `${contact.hall},越城区政务服务中心,县级,A03、A04,${area},Z01,周一至周五 08:30-17:30；周六 09:00-12:00`,
].join('\r\n');

const files: readonly FileForm[] = [
  {
    mediaType: 'text/csv',
    words: { zh: 'UTF-8 编码的 CSV。', en: 'CSV in UTF-8.' },
    example: csvExample,
  },
  {
    mediaType: 'application/csv',
    words: {
      zh: 'UTF-8 或 GB18030 编码的 CSV，编码自动识别。',
      en: 'CSV in UTF-8 or GB18030; the encoding is detected.',
    },
  },
  {
    mediaType: xlsxType,
    words: {
      zh: 'XLSX，读取第一张可见的工作表；编号列须为文本。',
      en: 'XLSX; its first visible sheet is read. Columns of numbers must be text.',
    },
  },
];

const download = <const Ending extends 'csv' | 'xlsx'>(
  ending: Ending,
  mediaType: FileForm['mediaType'],
) => ({
  ...base,
  on: `GET /v1/register/{noun}/file.${ending}` as const,
  id: ending === 'csv' ? 'downloadRegisterCsv' : 'downloadRegisterXlsx',
  summary: { zh: '下载清单文件', en: 'Download a register' },
  description: {
    zh: '现行清单，列与上传文件相同，修改后可直接上传；尚无清单时只有列名，可作模板；评价指标在全市提交之前为内置指标表。',
    en: 'The list in force, in the columns that an upload takes, so that it can be edited and uploaded; without a list its header only, as a template, and for indicators the built-in table.',
  },
  parameters: [nounParameter, areaParameter],
  answers: [
    { status: 200 as const, words: { zh: '清单文件', en: 'The file' }, content: { mediaType } },
  ],
  problems: readProblems,
});

const listOperations = [
  {
    ...base,
    on: 'GET /v1/register/{noun}',
    id: 'showRegister',
    summary: { zh: '清单', en: 'Show a register' },
    description: {
      zh: '某区域的部门、事项、大厅、应接入的自建系统、区划，或全市的评价指标，默认为现行版本。部门、事项、大厅为覆盖率的分母，自建系统为对接率的分母。尚未提交过的清单 version 为 0，此时评价指标为内置指标表。',
      en: 'The departments, matters, halls, self-built systems that should be connected, places of an area, or the indicators of the city, by default in force. Departments, matters and halls are the denominators of coverage, systems that of the share of connected ones. Version 0 means that no list was submitted yet; the indicators are then the built-in table.',
    },
    parameters: [
      nounParameter,
      areaParameter,
      versionParameter('version', '版本；默认为现行版本', 'Version; by default the one in force'),
    ],
    answers: [
      {
        status: 200,
        words: { zh: '清单', en: 'The list' },
        content: { schema: 'RegisterView', example: { ...registerHead, entries } },
      },
    ],
    problems: [...readProblems, 'register_version_unknown'],
  },
  {
    ...base,
    on: 'PUT /v1/register/{noun}',
    id: 'putRegister',
    summary: { zh: '提交清单', en: 'Submit a register' },
    description: {
      zh: `整体提出一个区域的清单，须由另一人复核；最多 ${longestRegister} 项，复核后替换原有清单，原版本留存。大厅须注明层级与窗口且编码以该区域开头；联络员只登记姓名与工号；自建系统须注明主管部门，接入后填写 system；市级的区划清单列各区（县、市）与功能区，各区域的清单列乡镇（街道）与村（社区）；市级清单可新增本市代码开头的区划（须有英文名称 english，可有其他代码 aliases），不再使用的标为已撤销（closed），不得缺少法定区划与现行清单中的区划。内容相同则不作更改（changed 为 false）。带 expectedVersion 时，清单若已被他人更新则不予替换。乡镇（街道）并入所属区县的清单。评价指标表全市一份（330600），复核后一分钟内生效：曾经生效的指标不得删除，中文表述不得更改，不再使用的填 retired；每个等级至少保留一个在用的基础指标；停用的指标不再用于新的评价，离线评价器、已录入的评价与此前印制的纸质表单除外。某区域有了部门或大厅清单之后，改派、评价器与推送地址只能引用清单中的部门、大厅与窗口；此前所有引用均予接受，见 GET /v1/coverage/unlisted。可重复调用。`,
      en: `Proposes the whole list of an area, up to ${longestRegister} entries; it replaces the previous one, which is kept as a version, once another person has confirmed it. A hall names its level and its windows, and its code begins with the area; contact persons are given by name and staff id only; a self-built system names its department, and system once it is admitted; the city lists its areas and zones, an area its towns and villages. The city may add areas with its prefix (with an English name, and other codes as aliases) and marks one that ended as closed; no statutory area and none of the list in force may be left out. The same list again changes nothing (changed is false). With expectedVersion, a list changed by others in the meantime is not replaced. Entries of a town belong to the list of its district. The indicators are one list for the city (330600), in force within a minute of the confirmation: an indicator that was in force stays on the list with its Chinese text and is retired when no longer used; each level keeps a base indicator; new ratings cannot name a retired one, except those of an offline pad, of an entry made before, and of a paper form printed before. Once an area has a register of departments or halls, transfers, pads and webhooks may only name what it lists; before, every reference is accepted, see GET /v1/coverage/unlisted. Safe to repeat.`,
    },
    parameters: [nounParameter, areaParameter],
    request: { schema: 'RegisterFacts', example: { expectedVersion: 2, entries } },
    answers: [proposedAnswer, unchanged()],
    problems: problemsFor('staffWrite', [...listProblems, ...areaProblems, 'out_of_scope', 'busy']),
  },
  {
    ...base,
    on: 'GET /v1/register/{noun}/versions',
    id: 'listRegisterVersions',
    summary: { zh: '清单的各个版本', en: 'List the versions of a register' },
    description: {
      zh: '曾经生效的全部版本及其提出人与复核人，新的在前；内容以 GET /v1/register/{noun}?version= 查看。',
      en: 'Every version that was in force, with who proposed and who confirmed it, the newest first; GET /v1/register/{noun}?version= shows its content.',
    },
    parameters: [nounParameter, areaParameter, ...pageParameters],
    answers: [
      {
        status: 200,
        words: { zh: '版本', en: 'The versions' },
        content: {
          schema: 'RegisterVersions',
          example: {
            noun: 'halls',
            area,
            versions: [{ version: 3, ...signed, count: 19 }],
            cursor: null,
          },
        },
      },
    ],
    problems: [...readProblems, 'cursor_invalid'],
  },
] as const satisfies readonly Operation[];

const fileOperations = [
  download('csv', 'text/csv'),
  download('xlsx', xlsxType),
  {
    ...base,
    on: 'PUT /v1/register/{noun}/file',
    id: 'uploadRegister',
    summary: { zh: '以文件提交清单', en: 'Submit a register as a file' },
    description: {
      zh: '与 PUT /v1/register/{noun} 相同，清单以 CSV 或 XLSX 文件发送。列名用中文或英文，顺序不限，列名行之上可有标题行；响应的 reading 写明文件是如何读取的。多个窗口以顿号分隔，多个联络员或办公时段以分号分隔。任何一处有误则整个文件不予受理，errors 一次列出全部问题（最多 100 处），各注明工作表（sheet）、行号（line）与列名（column）。清单的区划由参数 area 指定，未写时为本人区域。',
      en: 'As PUT /v1/register/{noun}, with the list as a CSV or XLSX file. A line names the columns in Chinese or English, in any order; titles may stand above it. reading says how the file was read. Windows are separated by commas, contact persons and office hours by semicolons. One error refuses the whole file; errors lists all that is wrong, the first 100 with sheet, line and column. The parameter area names the area of the list, by default the caller’s own.',
    },
    parameters: [
      nounParameter,
      areaParameter,
      versionParameter('expectedVersion', '所见版本', 'The version that the caller saw'),
    ],
    request: { files },
    answers: [proposedWith('RegisterFileProposed', { reading }), unchanged({ reading })],
    problems: [
      ...problemsFor('staffRead', [...listProblems, 'out_of_scope']),
      ...areaProblems,
      'invalid_input',
      'busy',
      ...fileProblems,
    ],
  },
] as const satisfies readonly Operation[];

export const registerOperations = [...listOperations, ...fileOperations] as const;
