import * as z from 'zod/mini';

import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';

export const pageOperations = [
  {
    on: 'GET /config.json',
    id: 'pageConfig',
    to: 'page/file',
    audience: 'public',
    security: 'none',
    summary: { zh: '页面配置', en: 'Configuration of the pages' },
    description: {
      zh: '工作人员页面登录与上传材料所需的地址和标识；不含任何密钥。',
      en: 'Addresses and names with which the pages of staff sign in and upload; no secret.',
    },
    answers: [
      {
        status: 200,
        words: { zh: '配置', en: 'The configuration' },
        content: {
          schema: 'PageConfig',
          example: {
            publicUrl: 'https://pingjia.example.cn',
            issuer: 'https://id.example.cn',
            clientId: 'haochaping-web',
            audience: 'haochaping',
            token: 'access_token',
            claimPrefix: '',
            evidenceOrigin: 'https://evidence.s3.cn-north-1.amazonaws.com.cn',
          },
        },
      },
    ],
    problems: problemsFor('openRead'),
  },
  {
    on: 'GET /assets/{name}',
    id: 'pageAsset',
    to: 'page/file',
    audience: 'public',
    security: 'none',
    summary: { zh: '页面文件', en: 'A part of a page' },
    description: {
      zh: '样式与脚本。文件名随内容变化，可长期缓存。',
      en: 'A style sheet or a script. Its name changes with its content, so it may be kept for good.',
    },
    parameters: [
      {
        name: 'name',
        in: 'path',
        schema: z.string(),
        words: { zh: '文件名', en: 'Name of the file' },
        example: 'resident.Q7ZK2MWA.css',
      },
    ],
    answers: [
      {
        status: 200,
        words: { zh: '文件', en: 'The file' },
        content: { mediaType: 'text/*' },
      },
    ],
    problems: problemsFor('openRead', ['page_unknown']),
  },
  {
    on: 'GET /pad',
    id: 'padPage',
    to: 'page/file',
    audience: 'public',
    security: 'none',
    summary: { zh: '评价器页面的地址', en: 'Address of the page of a pad' },
    description: { zh: '转到 /pad/。', en: 'Leads to /pad/.' },
    answers: [
      {
        status: 308,
        words: { zh: '转到评价器页面', en: 'Leads to the page' },
        content: { mediaType: 'text/html' },
      },
    ],
    problems: problemsFor('openRead'),
  },
  {
    on: 'GET /pad/{file+}',
    id: 'padFile',
    to: 'page/file',
    audience: 'public',
    security: 'none',
    summary: { zh: '评价器页面及其文件', en: 'The page of a pad and its files' },
    description: {
      zh: '不带文件名时返回页面。页面可离线使用：浏览器保存其全部文件。',
      en: 'Without a name it is the page itself. It works offline: the browser keeps all of its files.',
    },
    parameters: [
      {
        name: 'file',
        in: 'path',
        schema: z.string(),
        words: { zh: '文件名', en: 'Name of the file' },
        example: 'manifest.webmanifest',
      },
    ],
    answers: [
      {
        status: 200,
        words: { zh: '页面或文件', en: 'The page or a file' },
        content: { mediaType: '*/*' },
      },
    ],
    problems: problemsFor('openRead', ['page_unknown']),
  },
  {
    on: 'GET /',
    id: 'frontPage',
    to: 'page/file',
    audience: 'public',
    security: 'none',
    summary: { zh: '服务的首页地址', en: 'Address of the service alone' },
    description: {
      zh: '转到凭回执编号查询的页面。',
      en: 'Leads to the page that finds a receipt.',
    },
    answers: [
      {
        status: 303,
        words: { zh: '转到查询页面', en: 'Leads to the page' },
        content: { mediaType: 'text/html' },
      },
    ],
    problems: problemsFor('openRead'),
  },
  {
    on: 'GET /{path+}',
    id: 'unknownAddress',
    to: 'page/file',
    audience: 'public',
    security: 'none',
    summary: { zh: '其他地址', en: 'Every other address' },
    description: {
      zh: '没有对应接口或页面的地址。请求头 Accept 含 text/html 时返回页面，否则返回 JSON。',
      en: 'No call and no page has it. Who accepts text/html gets a page, everybody else JSON.',
    },
    parameters: [
      {
        name: 'path',
        in: 'path',
        schema: z.string(),
        words: { zh: '路径', en: 'The path' },
        example: 'unknown',
      },
    ],
    answers: [],
    problems: problemsFor('openRead', ['page_unknown', 'address_unknown']),
  },
] as const satisfies readonly Operation[];
