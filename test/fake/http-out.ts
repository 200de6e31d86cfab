import { NoAnswer } from '../../shared/port/http-out.ts';
import type { HttpOut, OutgoingPost, PostAnswer } from '../../shared/port/http-out.ts';

export interface FakeHttpOut extends HttpOut {
  /** Every call that was made, answered or not. */
  readonly posts: readonly OutgoingPost[];
  /** What the next calls get; `undefined` is no answer. When all are used up, 200. */
  readonly answers: (PostAnswer | undefined)[];
}

export const fakeHttpOut = (): FakeHttpOut => {
  const posts: OutgoingPost[] = [];
  const answers: (PostAnswer | undefined)[] = [];
  return {
    posts,
    answers,
    async post(request) {
      posts.push(request);
      if (answers.length === 0) return { status: 200, body: '{"errcode":0}' };
      const answer = answers.shift();
      if (answer === undefined) throw new NoAnswer('refused');
      return answer;
    },
  };
};
