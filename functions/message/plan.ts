import type { DynamoDBRecord } from 'aws-lambda';

import { subjectOfCase, subjectsOfStep } from '../../shared/domain/message/occasion.ts';
import { messageIdOf } from '../../shared/domain/message/subject.ts';
import type { Subject } from '../../shared/domain/message/subject.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { DuePublisher } from '../../shared/port/escalation/due-publisher.ts';
import { changedItem } from '../../shared/store/change.ts';

export interface PlanDeps {
  readonly now: Now;
  readonly messageCalls: DuePublisher;
}

const followed = ['case', 'step'] as const;

const subjectsOf = (record: DynamoDBRecord): readonly Subject[] => {
  const after = changedItem(record, 'NewImage', followed);
  if (after?.kind === 'step') return record.eventName === 'INSERT' ? subjectsOfStep(after.of) : [];
  if (after?.kind !== 'case') return [];
  const subject = subjectOfCase(changedItem(record, 'OldImage', ['case'])?.of, after.of);
  return subject === undefined ? [] : [subject];
};

/**
 * Queues the messages that changes of cases and tickets call for. Their ids are derived from what
 * they tell of, so a change that is delivered twice calls for the same messages, which the consumer
 * plans once. Returns the records of which the queue refused a message.
 */
export const planMessages = async (
  { now, messageCalls }: PlanDeps,
  records: readonly DynamoDBRecord[],
): Promise<readonly DynamoDBRecord[]> => {
  const at = now();
  const wanted = records.map((record) => ({
    record,
    ids: subjectsOf(record).map((subject) => messageIdOf(subject)),
  }));
  const calls = wanted.flatMap(({ ids }) => ids.map((id) => ({ id, at })));
  if (calls.length === 0) return [];
  const refused = new Set(await messageCalls.send(calls));
  return wanted.flatMap(({ record, ids }) => (ids.some((id) => refused.has(id)) ? [record] : []));
};
