import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

import { alarm } from '../telemetry.ts';

/** A message that no retry can help: recorded, alarmed, acknowledged. */
export class Permanent extends Error {}

const failure = async (
  record: SQSRecord,
  handle: (record: SQSRecord) => Promise<void>,
): Promise<string | undefined> => {
  try {
    await handle(record);
    return undefined;
  } catch (fault) {
    const permanent = fault instanceof Permanent;
    const facts = { messageId: record.messageId };
    alarm(permanent ? 'recordRefused' : 'recordFailed', fault, facts);
    return permanent ? undefined : record.messageId;
  }
};

/** Handles each message on its own; only those that failed are delivered again. */
export const eachMessage =
  (handle: (record: SQSRecord) => Promise<void>) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed = await Promise.all(event.Records.map((record) => failure(record, handle)));
    return {
      batchItemFailures: failed.flatMap((id) => (id === undefined ? [] : [{ itemIdentifier: id }])),
    };
  };
