import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';

import type { WholeCase } from '../../domain/case/retention/settled.ts';
import type { Rating } from '../../domain/rating/rating.ts';
import { ticketIdOf } from '../../domain/ticket/ticket.ts';
import type { Eraser, RetentionProgress } from '../../port/case/eraser.ts';
import { readMany } from '../batch-read.ts';
import { pastContention, tryWrite } from '../contention.ts';
import { removeFrom } from '../evidence/bucket.ts';
import type { Bucket } from '../evidence/bucket.ts';
import { evidencePlace, ticketFiles } from '../evidence/ticket-files.ts';
import { getItem, ofKind, partItems, putNext, wholeList, wholePart } from '../items.ts';
import { caseKey, stepKey, ticketKey } from '../keys.ts';
import type { ItemKey } from '../keys.ts';
import { storedContest } from '../rating/contest-schema.ts';
import { contestPlace } from '../rating/contest-store.ts';
import { attemptPart, contestPart, decidedEntriesOf, entryKey } from '../rating/keys.ts';
import { storedEntry, storedRating } from '../rating/schema.ts';
import { ratingPlace } from '../rating/store.ts';
import { keyOf, readItem, toItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import { storedTicket } from '../ticket/schema.ts';
import { retentionProgressKey } from './keys.ts';
import { storedRetentionProgress } from './retention-schema.ts';
import { storedCase } from './schema.ts';

const contestsAbout = async (table: Table, ratings: readonly Rating[]) => {
  const contacts = new Map(ratings.map((rating) => [rating.serviceNumber, rating]));
  const parts = [...contacts.values()].map((contact) => contestPart(contact));
  return (await Promise.all(parts.map((part) => wholePart(table, storedContest, part)))).flat();
};

const readWhole = async (table: Table, projectNo: string): Promise<WholeCase | undefined> => {
  const items = await partItems(table, { pk: caseKey(projectNo).pk });
  const [known] = ofKind(items, storedCase);
  if (known === undefined) return undefined;
  const ratings = ofKind(items, storedRating);
  const keys = [...new Set(ratings.map((rating) => ticketIdOf(rating)))].map(ticketKey);
  const found = await readMany(table, keys, { consistent: true });
  const tickets = keys.flatMap((key) => readItem(storedTicket, found(key)) ?? []);
  return { known, ratings, tickets, contests: await contestsAbout(table, ratings) };
};

interface Text {
  readonly member: 'sealedText' | 'sealedNote';
  readonly to: string | undefined;
}

/** Replaces one text of an item that is there, and leaves the rest as others write it. */
const replaceText = async (table: Table, key: ItemKey, { member, to }: Text): Promise<void> => {
  if (to === undefined) return;
  const update = new UpdateItemCommand({
    TableName: table.name,
    Key: keyOf(key),
    UpdateExpression: 'SET #text = :to',
    ConditionExpression: 'attribute_exists(#text)',
    ExpressionAttributeNames: { '#text': member },
    ExpressionAttributeValues: { ':to': { S: to } },
  });
  await tryWrite(() => table.client.send(update));
};

const remove = async (table: Table, key: ItemKey): Promise<void> => {
  const end = new DeleteItemCommand({ TableName: table.name, Key: keyOf(key) });
  await pastContention(() => table.client.send(end));
};

const progressPlace: Placement<RetentionProgress> = {
  key: retentionProgressKey,
  kind: storedRetentionProgress,
};

export const eraser = (table: Table, bucket: Bucket): Eraser => ({
  wholeCase: (projectNo) => readWhole(table, projectNo),

  eraseWords: (next) =>
    replaceText(table, ratingPlace(next).key, { member: 'sealedText', to: next.sealedText }),

  eraseNote: (next) =>
    replaceText(table, stepKey(next.ticketId, next.number), {
      member: 'sealedNote',
      to: next.sealedNote,
    }),

  async removeAttempts(contact) {
    for (const { pk, sk } of await partItems(table, attemptPart(contact))) {
      await remove(table, { pk: pk?.S ?? '', sk: sk?.S ?? '' });
    }
  },

  async removeEntries(projectNo) {
    const decided = await wholeList(table, storedEntry, { listPk: decidedEntriesOf(projectNo) });
    for (const { id } of decided) await remove(table, entryKey(id));
  },

  async eraseContest(next) {
    const saved = await putNext(table, contestPlace(next), next);
    if (saved === 'conflict') throw new Error('the contest was changed; the next run erases it');
  },

  evidenceOf: (ticketId) => ticketFiles(table).ofTicket(ticketId),

  async eraseFile(next) {
    await removeFrom(bucket, next);
    const saved = await putNext(table, evidencePlace(next), next);
    if (saved === 'conflict') throw new Error('the file is being changed; the next run erases it');
  },

  progress: () => getItem(table, storedRetentionProgress, retentionProgressKey),

  async keepProgress(next) {
    const put = new PutItemCommand({ TableName: table.name, Item: toItem(progressPlace, next) });
    await pastContention(() => table.client.send(put));
  },
});
