import { nameProblems, problem } from './text.ts';

/** For programs that call what is not there. */
export const addressProblems = nameProblems({
  address_unknown: problem(
    404,
    ['没有这个接口地址', '请核对请求方法与路径；全部接口见 /docs。'],
    ['There is no such call', 'Check method and path; all calls are in /docs.'],
  ),
});
