import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { createNarrator } from '../../../infra/local/scenario/demo/narrator.ts';
import {
  expectAnswer,
  expectPresent,
  expectProblem,
  expectThat,
} from '../../../infra/local/scenario/player/expectation.ts';

const reply = (status: number, body: unknown) => ({ status, body, headers: new Headers() });

const told = (isColoured: boolean): string[] => {
  const lines: string[] = [];
  const tell = createNarrator((line) => lines.push(line), isColoured);
  tell.scene('开场', 'Opening');
  tell.table(
    ['渠道', 'n'],
    [
      ['二维码', '1'],
      ['qr', '22'],
    ],
  );
  tell.pass('好', 'good');
  return lines;
};

describe('the narrator', () => {
  it('numbers the scenes and lines up columns of two-column signs', () => {
    expect(told(false)).toEqual([
      '',
      '1. 开场 · Opening',
      '   渠道     n',
      '   二维码   1',
      '   qr       22',
      '   ✓ 好 · good',
    ]);
  });

  it('uses colours only when asked to', () => {
    expect(told(true).join('')).toContain('\u001B[1m');
    expect(told(false).join('')).not.toContain('\u001B');
  });
});

const asked = { what: 'a rating', statuses: [200, 201] };

describe('an expectation', () => {
  it('hands on an answer as the contract reads it', () => {
    const schema = z.object({ n: z.int() });
    expect(expectAnswer(reply(200, { n: 1, more: true }), asked, schema)).toEqual({ n: 1 });
    expect(expectPresent('', 'a text')).toBe('');
  });

  it.each([
    ['another status', () => expectAnswer(reply(500, {}), asked, z.object({}))],
    [
      'another shape',
      () => expectAnswer(reply(200, { n: 'one' }), asked, z.object({ n: z.int() })),
    ],
    ['another refusal', () => expectProblem(reply(409, { code: 'busy' }), '409 already_rated')],
    ['an answer in place of a refusal', () => expectProblem(reply(200, {}), '409 already_rated')],
    ['what does not hold', () => expectThat(false, 'one ticket', 2)],
    ['what is not there', () => expectPresent(undefined, 'one ticket')],
  ])('fails on %s', (_what, attempt) => {
    expect(attempt).toThrow(/came|✖/);
  });
});
