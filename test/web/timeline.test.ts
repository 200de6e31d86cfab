import { describe, expect, it } from 'vitest';

import type { TicketFacts } from '../../shared/page/resident/receipt-facts.ts';
import { timeline } from '../../shared/page/resident/timeline.ts';

const at = '2026-11-16T09:00:00.000+08:00';
const term = { dueAt: '2026-12-07T17:30:00.000+08:00', overdue: false, sentence: '', days: [] };

const ticket: TicketFacts = {
  state: 'open',
  name: '整改中',
  round: 1,
  stages: [
    { stage: 'received', name: '已收到', at },
    { stage: 'contacted', name: '已回访', at },
    { stage: 'answered', name: '已反馈', at: null },
    { stage: 'closed', name: '已办结', at: null },
  ],
  contact: term,
  rectify: term,
  contactAttempts: 1,
  answers: [],
  looks: [],
  may: { append: null },
};

const shown = (facts: TicketFacts): string[] =>
  [
    ...timeline(facts, 'zh').markup.matchAll(/<li class="(\w+)" ([^>]*)>\s*<span[^>]*>([^<]+)/g),
  ].map(([, where, current, name]) => `${name} ${where}${current === '' ? '' : ' now'}`);

describe('the stages on a receipt', () => {
  it('are those reached, the last of them the current one, and those ahead', () => {
    expect(shown(ticket)).toEqual([
      '已收到 reached',
      '已回访 reached now',
      '已反馈 ahead',
      '已办结 ahead',
    ]);
  });

  it('say of one not reached that its term has passed', () => {
    const late = { ...ticket, rectify: { ...term, overdue: true } };
    expect(timeline(ticket, 'zh').markup).toContain('最晚12月7日（星期一）17:30');
    expect(timeline(late, 'zh').markup).toContain('已超期，期限为12月7日（星期一）17:30');
    expect(timeline(late, 'zh').markup).not.toContain('最晚');
  });

  it('end with the dismissal, which leaves none ahead', () => {
    const dismissed = {
      ...ticket,
      state: 'dismissed',
      name: '不予采纳',
      dismissal: { at, reason: null },
    };
    expect(shown(dismissed)).toEqual(['已收到 reached', '已回访 reached', '不予采纳 reached now']);
  });
});
