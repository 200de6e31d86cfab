import { describe, expect, it } from 'vitest';

import { suppressMessage, listCall, planMessage } from '../../../shared/domain/message/message.ts';
import type { Message } from '../../../shared/domain/message/message.ts';
import { civilDateOf } from '../../../shared/domain/time/instant.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import { pagesOf } from './pages.ts';
import { countsOf, friday, later, sampleCase, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

const planned = (area = '330602', type: Message['type'] = 'invitation'): Message => {
  const { projectNo } = sampleCase();
  const place = { creditCode: '11330602MB1TE5T01X', area };
  const times = { at: friday, sendAt: later(friday, 60_000), now: friday };
  return planMessage({ type, projectNo, serviceNumber: 1 }, { place, ...times });
};

export const messageStoreContract = (given: GivenStores): void => {
  describe('a message store', () => {
    it('plans a message once, however many plan it at once', async () => {
      const { messages } = given();
      const message = planned();
      expect(await messages.find(message.id)).toBeUndefined();
      const counts = await countsOf(times(8, () => () => messages.save(message)));
      expect(counts).toEqual({ saved: 1, conflict: 7 });
      expect(await messages.find(message.id)).toEqual(message);
    });

    it('holds it in the due index until it is settled', async () => {
      const { messages, due } = given();
      const message = planned();
      await messages.save(message);
      const [day, at] = [civilDateOf(friday), later(friday, 60_000)];
      const entry = { of: 'message', id: message.id, at };
      const entries = async () => {
        const found = [];
        let page: Awaited<ReturnType<typeof due.dueOn>> | undefined;
        do {
          page = await due.dueOn(day, at, { after: page?.next });
          found.push(...page.entries);
        } while (page.next !== undefined);
        return found;
      };
      expect(await entries()).toContainEqual(entry);
      expect(await messages.save(suppressMessage(message, 'rated', at))).toBe('saved');
      expect(await entries()).not.toContainEqual(entry);
      expect(await messages.save(suppressMessage(message, 'rated', at))).toBe('conflict');
    });

    it('counts the messages of a day up to the limit, each once', async () => {
      const { messages } = given();
      const counted = { mark: unique('day'), most: 3, until: later(friday, 86_400_000) };
      const count = (messageId: string) => messages.countOfDay({ ...counted, messageId });
      const counts = await countsOf(times(6, (index) => () => count(`m${index}`)));
      expect(counts).toEqual({ counted: 3, full: 3 });
      const other = { ...counted, mark: unique('day'), messageId: 'm1' };
      expect(await messages.countOfDay(other)).toBe('counted');
      expect(await messages.countOfDay({ ...other, most: 1 })).toBe('counted');
      expect(await messages.countOfDay({ ...other, most: 1, messageId: 'm2' })).toBe('full');
    });

    it('keeps the latest choice of a person', async () => {
      const { messages } = given();
      const recipient = unique('recipient');
      const choice = { recipient, scope: 'all', at: friday, version: 1 } as const;
      expect(await messages.choiceOf(recipient)).toBeUndefined();
      expect(await messages.choose(choice)).toBe('saved');
      expect(await messages.choose({ ...choice, scope: 'none' })).toBe('conflict');
      const next = { ...choice, scope: 'invitations', version: 2 } as const;
      expect(await messages.choose(next)).toBe('saved');
      expect(await messages.choiceOf(recipient)).toEqual(next);
    });

    it('lists whom the hotline may call, the longest waiting first, page by page', async () => {
      const { messages } = given();
      const area = '330681';
      const listed = [];
      for (const index of [2, 0, 1]) {
        const message = planned(`${area}001`, 'call');
        await messages.save(message);
        const next = listCall(message, later(friday, index * 1000));
        await messages.save(next);
        listed.push(next);
      }
      await messages.save(planned(area, 'call'));
      const [third, first, second] = listed;
      const read = await pagesOf((page) => messages.toCall(area, page), 2);
      expect(read).toEqual([[first, second], [third]]);
      const { cursor } = await messages.toCall(area, { limit: 2 });
      const other = messages.toCall('330604', { limit: 2, cursor });
      await expect(other).rejects.toThrow(CursorRefused);
      const done = suppressMessage(first!, 'rated', friday);
      await messages.save(done);
      expect((await messages.toCall(area, { limit: 9 })).items).toEqual([second, third]);
    });
  });
};
