import type { DynamoDBRecord } from 'aws-lambda';

import {
  subjectOfCase,
  subjectOfContest,
  subjectOfRating,
  subjectsOfStep,
} from '../../shared/domain/message/occasion.ts';
import { messageIdOf } from '../../shared/domain/message/subject.ts';
import type { Subject } from '../../shared/domain/message/subject.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { DuePublisher } from '../../shared/port/escalation/due-publisher.ts';
import { changedItem } from '../../shared/store/change.ts';

export interface PlanDeps {
  readonly now: Now;
  readonly messageCalls: DuePublisher;
}

const followed = ['case', 'rating', 'step', 'contest'] as const;

const present = (subject: Subject | undefined): readonly Subject[] =>
  subject === undefined ? [] : [subject];

const subjectsOf = (record: DynamoDBRecord): readonly Subject[] => {
  const after = changedItem(record, 'NewImage', followed);
  if (after?.kind === 'case') {
    return present(subjectOfCase(changedItem(record, 'OldImage', ['case'])?.of, after.of));
  }
  if (after?.kind === 'contest') {
    return present(subjectOfContest(changedItem(record, 'OldImage', ['contest'])?.of, after.of));
  }
  // Steps and ratings are written once; what changes on them later is no news.
  if (after === undefined || record.eventName !== 'INSERT') return [];
  return after.kind === 'step' ? subjectsOfStep(after.of) : present(subjectOfRating(after.of));
};

/**
 * Queues the messages that changes of cases, ratings, tickets and contests call for. Their ids are derived from what
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
