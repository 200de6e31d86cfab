import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
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

type Handle = (record: SQSRecord) => Promise<void>;

/** Logs the fault of a message and rethrows it, unless a retry is useless: then it is done. */
export const unlessPermanent =
  (handle: Handle): Handle =>
  async (record) => {
    try {
      await handle(record);
    } catch (fault) {
      const permanent = fault instanceof Permanent;
      const facts = { messageId: record.messageId };
      raiseAlarm(permanent ? 'recordRefused' : 'recordFailed', fault, facts);
      if (!permanent) throw fault;
    }
  };

/** A batch that fails as a whole is answered like any other; thrown, it would raise a second alarm. */
export const EACH_BY_ITSELF = { throwOnFullBatchFailure: false } as const;

/** Processes each message on its own; only those that failed are delivered again. */
export const eachMessage =
  (handle: Handle) =>
  (event: SQSEvent): Promise<SQSBatchResponse> => {
    const processor = new BatchProcessor(EventType.SQS);
    return processPartialResponse(event, unlessPermanent(handle), processor, EACH_BY_ITSELF);
  };
