import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod/mini';

import { raiseAlarm } from '../telemetry.ts';

/** A message for which a retry is useless: it is logged, raises an alarm and is acknowledged. */
export class Permanent extends Error {}

/**
 * Parses a message with `schema`. A message that does not fit was not sent by this system and never
 * will fit.
 */
export const fromMessage = <T extends z.ZodMiniType>(record: SQSRecord, schema: T): z.infer<T> => {
  try {
    return schema.parse(JSON.parse(record.body));
  } catch (fault) {
    throw new Permanent('a message that does not fit its schema', { cause: fault });
  }
};

/**
 * Returns the id of a message that must be delivered again; undefined when it is done, or
 * permanently refused.
 */
export const processRecord = async (
  record: SQSRecord,
  handle: (record: SQSRecord) => Promise<void>,
): Promise<string | undefined> => {
  try {
    await handle(record);
    return undefined;
  } catch (fault) {
    const permanent = fault instanceof Permanent;
    const facts = { messageId: record.messageId };
    raiseAlarm(permanent ? 'recordRefused' : 'recordFailed', fault, facts);
    return permanent ? undefined : record.messageId;
  }
};

/** Processes each message on its own; only those that failed are delivered again. */
export const eachMessage =
  (handle: (record: SQSRecord) => Promise<void>) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed = await Promise.all(event.Records.map((record) => processRecord(record, handle)));
    return {
      batchItemFailures: failed.flatMap((id) => (id === undefined ? [] : [{ itemIdentifier: id }])),
    };
  };
