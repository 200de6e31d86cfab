import * as z from 'zod/mini';

import { proposedAnswer } from '../access/approval-contract.table.ts';
import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase, exampleClientRef, exampleReceipt, exampleToken } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';
import { Area } from '../primitive.ts';
import { draftProblems } from './contract.table.ts';

const reference = `${exampleCase.projectNo}-1-5T0QK8M2WX7C`;
const contestId = `${exampleCase.projectNo}-1c1`;

const openState = {
  reference,
  state: 'open',
  contestedAt: '2026-11-24T10:12:00.000+08:00',
  dueAt: '2026-12-01T17:30:00.000+08:00',
};

const idParameter: Parameter = {
  name: 'id',
  in: 'path',
  schema: z.string(),
  words: { zh: '评价异议编号', en: 'Id of the contest' },
  example: contestId,
};

const row = {
  id: contestId,
  projectNo: exampleCase.projectNo,
  serviceNumber: 1,
  area: '330602',
  department: '11330602MB1A2B3C4X',
  state: 'open',
  at: openState.contestedAt,
  dueAt: openState.dueAt,
  callBacks: 1,
  endedAt: null,
};

const file = {
  ...row,
  matter: '生育登记',
  departmentName: '越城区卫生健康局',
  applicant: { name: '示**', mobile: '154****0081' },
  first: {
    level: 'very_satisfied',
    tags: [],
    text: null,
    at: '2026-11-23T09:10:00.000+08:00',
    channelName: '二维码',
    proofName: '凭评价链接，未核验身份',
    ticketId: null,
  },
  second: {
    level: 'dissatisfied',
    tags: [{ code: '209', text: '超过承诺时间' }],
    text: '来了三次才办好',
    at: openState.contestedAt,
    channelName: '短信',
    proofName: '链接发送至申请人手机',
    statement: '此前没有评价过',
  },
  attempts: [],
  calls: [
    {
      at: '2026-11-25T09:30:00.000+08:00',
      by: 'reviewer-1',
      outcome: 'reached',
      answer: 'contest_is_own',
      note: '本人确认仅在手机上评价过一次',
    },
  ],
  looks: [],
  ruling: null,
  may: { upheld: true, rejected: true, neither: false },
};

const fileAnswer = {
  status: 200,
  words: { zh: '评价异议', en: 'The contest' },
  content: { schema: 'ContestFile', example: file },
} as const;

export const contestOperations = [
  {
    on: 'POST /v1/ratings/contest',
    id: 'contestRating',
    to: 'rating/public',
    audience: 'resident',
    security: 'none',
    summary: { zh: '提出评价异议', en: 'Contest a rating that somebody else gave' },
    description: {
      zh: '持有效评价链接、而该次服务已由他人评价的，可提出异议并提交本人的评价。由承办部门以外的两人先回访申请人、再复核；认定原评价非申请人作出的，原评价不再计入任何比率，本次提交的评价生效，差评自复核之时起立单计时；认定两次评价均非申请人作出的，均不计入。同一链接和 clientRef 重复提交，返回同一结果；本服务不透露原评价的任何内容。原评价不再计入后，不再受理新的异议。',
      en: 'Whoever holds a valid link to a contact that another person rated may contest it with the own rating. Two persons outside the department call the applicant back and then rule. When the first rating is not the applicant’s, it leaves every rate and this one takes its place; a bad one opens its ticket with clocks from the ruling. When neither is, none of the two counts. The same link and clientRef are answered the same again; nothing about the first rating is ever told. Once the first rating is void, no further contest is taken.',
    },
    request: {
      schema: 'ContestSubmission',
      example: {
        token: exampleToken,
        level: 'dissatisfied',
        tags: ['209'],
        text: '来了三次才办好',
        contactConsent: true,
        statement: '此前没有评价过',
        clientRef: exampleClientRef,
      },
    },
    answers: [
      {
        status: 202,
        words: { zh: '已收到，待复核', en: 'Received; it will be ruled on' },
        content: { schema: 'ContestState', example: openState },
      },
    ],
    problems: problemsFor('openWrite', [
      'token_invalid',
      'token_expired',
      'token_of_other_contact',
      'token_of_other_channel',
      'case_unknown',
      'contact_unknown',
      ...draftProblems,
      'contest_not_rated',
      'contest_own_rating',
      'contest_closed',
      'contest_not_taken',
    ]),
  },
  {
    on: 'GET /v1/ratings/contest/{reference}',
    id: 'followContest',
    to: 'rating/public',
    audience: 'resident',
    security: 'none',
    summary: { zh: '查询评价异议进展', en: 'Follow a contest' },
    description: {
      zh: '凭异议编号查询进展与复核结论；异议成立的，返回本人评价的回执编号。',
      en: 'With the number of a contest: its state and the ruling. When upheld, the receipt of the own rating.',
    },
    parameters: [
      {
        name: 'reference',
        in: 'path',
        schema: z.string(),
        words: { zh: '异议编号', en: 'Number of the contest' },
        example: reference,
      },
    ],
    answers: [
      {
        status: 200,
        words: { zh: '进展', en: 'Its state' },
        content: {
          schema: 'ContestState',
          example: {
            ...openState,
            state: 'upheld',
            decidedAt: '2026-11-26T11:00:00.000+08:00',
            receipt: `${exampleReceipt}-2`,
          },
        },
      },
    ],
    problems: problemsFor('openRead', ['contest_reference_unknown']),
  },
  {
    on: 'GET /v1/contests',
    id: 'listContests',
    to: 'rating/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '评价异议清单', en: 'List contests' },
    description: {
      zh: '本区域内其他部门的评价异议，按提出时间先后排列；state=ended 为已复核的。',
      en: 'Contests of other departments within the area, the oldest first; state=ended lists those that were ruled on.',
    },
    parameters: [
      {
        name: 'state',
        in: 'query',
        schema: z.enum(['open', 'ended']),
        words: { zh: '待复核或已复核', en: 'Waiting for a ruling, or ended' },
        example: 'open',
      },
      {
        name: 'area',
        in: 'query',
        schema: Area,
        words: { zh: '行政区划，默认为本人所在区域', en: 'Area, by default the own one' },
        example: '330602',
      },
      ...pageParameters,
    ],
    answers: [
      {
        status: 200,
        words: { zh: '评价异议', en: 'The contests' },
        content: { schema: 'ContestList', example: { contests: [row], cursor: null } },
      },
    ],
    problems: problemsFor('staffRead', [
      'invalid_input',
      'out_of_scope',
      'cursor_invalid',
      'area_unknown',
    ]),
  },
  {
    on: 'GET /v1/contests/{id}',
    id: 'showContest',
    to: 'rating/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '查看评价异议', en: 'Show a contest' },
    description: {
      zh: '两次评价、理由、其他重复提交、回访记录与复核结论；文字中的个人信息已隐去。承办部门及经手人员视为不存在。',
      en: 'Both ratings, the statement, what others sent, the call-backs and the ruling; personal data in texts is masked. To departments and persons concerned it does not exist.',
    },
    parameters: [idParameter],
    answers: [fileAnswer],
    problems: problemsFor('staffRead', ['contest_unknown', 'contest_erased']),
  },
  {
    on: 'POST /v1/contests/{id}/call-back',
    id: 'recordContestCallBack',
    to: 'rating/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '登记异议回访', en: 'Record a call-back of a contest' },
    description: {
      zh: '登记一次回访申请人：是否接通，接通的须登记申请人的答复。',
      en: 'Records an attempt to reach the applicant, and what an applicant who was reached said.',
    },
    parameters: [idParameter],
    request: {
      schema: 'ContestCallBack',
      example: {
        outcome: 'reached',
        answer: 'contest_is_own',
        note: '本人确认仅在手机上评价过一次',
      },
    },
    answers: [fileAnswer],
    problems: problemsFor('staffWrite', [
      'contest_unknown',
      'contest_ended',
      'contest_answer_misplaced',
      'busy',
    ]),
  },
  {
    on: 'POST /v1/contests/{id}/unmask',
    id: 'unmaskForContest',
    to: 'rating/staff',
    audience: 'staff',
    security: 'bearer',
    summary: {
      zh: '查看申请人联系方式（异议回访）',
      en: 'Show the applicant’s number for the call-back',
    },
    description: {
      zh: '复核结束前，为回访申请人查看姓名和电话；须说明理由并留痕。mobile 为首次评价前办件已有的号码；评价后业务系统另报的号码在 laterMobile 中，接听者未必是评价人。',
      en: 'Name and number of the applicant, until the ruling; the look is recorded with its reason. mobile is the number that the case had before the first rating; one that the handling system told afterwards stands in laterMobile, and whoever answers there need not be the rater.',
    },
    parameters: [idParameter],
    request: { schema: 'ContestUnmask', example: { reason: '评价异议回访申请人' } },
    answers: [
      {
        status: 200,
        words: { zh: '联系方式', en: 'Name and number' },
        content: {
          schema: 'NamedApplicant',
          example: { name: '示例姓名', mobile: '15400000081', laterMobile: null },
        },
      },
    ],
    problems: problemsFor('staffWrite', [
      'contest_unknown',
      'contest_ended',
      'case_unknown',
      'busy',
    ]),
  },
  {
    on: 'POST /v1/contests/{id}/ruling',
    id: 'ruleOnContest',
    to: 'rating/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '提出异议复核结论', en: 'Propose a ruling on a contest' },
    description: {
      zh: '提出结论，待承办部门以外的另一人复核后生效。upheld：原评价非申请人作出，异议中的评价生效；neither：两次评价均非申请人作出，均不计入；两者均须已接通申请人并由其确认。rejected：原评价有效，须至少回访过一次。提出后又登记回访的，须重新提出。',
      en: 'Proposes a ruling that another person outside the department confirms. upheld: the first rating is not the applicant’s and this one takes its place; neither: none of the two is the applicant’s, and none counts; both after the applicant, who was reached, has said so. rejected: the first rating stands, after at least one attempt. A further call-back makes a proposal void.',
    },
    parameters: [idParameter],
    request: {
      schema: 'ContestRulingRequest',
      example: { outcome: 'upheld', reason: '申请人回访确认原评价非本人作出' },
    },
    answers: [proposedAnswer],
    problems: problemsFor('staffWrite', [
      'contest_unknown',
      'contest_ended',
      'contest_not_called_back',
      'contest_answer_missing',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
