import { describe, expect, it } from 'vitest';

import { padOperations } from '../../../events/pad/contract.table.ts';
import { refusedAdvice } from '../../../functions/pad/refuse/refused-advice.ts';
import { allProblems } from '../../../shared/http/problem/catalogue.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { answerOf, collect, setUp } from './pad-bench.ts';

const collecting = padOperations.find(({ id }) => id === 'collectPadRatings');
const codes =
  collecting !== undefined && 'memberProblems' in collecting ? collecting.memberProblems : [];

const problemOf = (code: string, fact?: string): Problem => {
  const text = allProblems[code];
  if (text === undefined) throw new Error(`no problem ${code}`);
  return new Problem({ code, ...text }, { fact });
};

describe('what a pad is told of a refused rating', () => {
  it.each(codes)('says of %s that it is kept and need not be sent again', (code) => {
    const [zh, en] = [refusedAdvice(problemOf(code), 'zh'), refusedAdvice(problemOf(code), 'en')];
    const title = allProblems[code];
    expect([zh.startsWith(`${title?.zh[0]}：`), en.startsWith(`${title?.en[0]}. `)]).toEqual([
      true,
      true,
    ]);
    expect(zh).toContain('该条评价已加密留存');
    expect(en).toContain('kept, encrypted');
    expect(zh.replaceAll('无须重新发送', '')).not.toMatch(/重新|再次|errors/u);
    expect(en.replaceAll('need not send it again', '')).not.toMatch(/again|errors/u);
    expect(zh.includes('两名管理员')).toBe(code !== 'already_rated');
  });

  it('names the fact, and what helps the pad itself', () => {
    expect(refusedAdvice(problemOf('unknown_indicator', '999'), 'zh')).toBe(
      `${allProblems['unknown_indicator']?.zh[0]} (999)：该条评价已加密留存，由两名管理员补录或说明，评价器无须重新发送。`,
    );
    expect(refusedAdvice(problemOf('sequence_taken'), 'zh')).toContain('highest 加一');
    expect(refusedAdvice(problemOf('sequence_taken'), 'en')).toContain('behind the highest number');
    expect(refusedAdvice(problemOf('invalid_input'), 'en')).toMatch(/again\. Check the software/u);
  });

  it('is in the answer of its batch', async () => {
    const { world, pad } = await setUp();
    const reply = await collect(world, pad, { sequence: 1, token: 'broken', level: 'satisfied' });
    expect(answerOf(reply).refused).toEqual([
      {
        sequence: 1,
        code: 'token_invalid',
        detail: '评价链接无效：该条评价已加密留存，由两名管理员补录或说明，评价器无须重新发送。',
      },
    ]);
  });
});
