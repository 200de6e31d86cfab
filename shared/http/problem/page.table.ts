import { nameProblems, problem } from './text.ts';

export const pageProblems = nameProblems({
  page_unknown: problem(
    404,
    ['页面不存在', '请核对链接是否完整，或从办事平台重新打开；如需帮助，请拨打 12345。'],
    [
      'There is no such page',
      'Check that the link is complete, or open it again where you applied; for help call 12345.',
    ],
  ),
});
