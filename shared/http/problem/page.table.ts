import { nameProblems, problem } from './text.ts';

export const pageProblems = nameProblems({
  page_unknown: problem(
    404,
    [
      '页面不存在',
      '请完整打开短信或二维码中的链接；有回执编号的，请用“查询评价”。如需帮助，请拨打 12345。',
    ],
    [
      'There is no such page',
      'Open the whole link of your message or QR code; with a receipt number, use “Find a rating”. For help call 12345.',
    ],
  ),
});
