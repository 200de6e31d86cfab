import { AddressRefused, NoAnswer } from '../../shared/port/http-out.ts';
import type { HttpOut, OutgoingPost, PostAnswer } from '../../shared/port/http-out.ts';

export interface FakeHttpOut extends HttpOut {
  /** All requests, answered or not. */
  readonly posts: readonly OutgoingPost[];
  /**
   * The answers to the next requests; `undefined` means no response, `refused` that the name leads
   * inside. When the list is empty, 200.
   */
  readonly answers: (PostAnswer | 'refused' | undefined)[];
}

export const fakeHttpOut = (): FakeHttpOut => {
  const posts: OutgoingPost[] = [];
  const answers: (PostAnswer | 'refused' | undefined)[] = [];
  return {
    posts,
    answers,
    async post(request) {
      posts.push(request);
      if (answers.length === 0) return { status: 200, body: '{"errcode":0}' };
      const answer = answers.shift();
      if (answer === 'refused') throw new AddressRefused('inside');
      if (answer === undefined) throw new NoAnswer('refused');
      return answer;
    },
  };
};
