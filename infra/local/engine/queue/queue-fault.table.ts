/**
 * The errors of the queue service: wire name, the older query name for `x-amzn-query-error` (by
 * which SDK v3 finds its exception classes) and the HTTP status, as in the service model.
 */
export const QUEUE_FAULTS = {
  BatchEntryIdsNotDistinct: {
    query: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
    status: 400,
  },
  BatchRequestTooLong: { query: 'AWS.SimpleQueueService.BatchRequestTooLong', status: 400 },
  EmptyBatchRequest: { query: 'AWS.SimpleQueueService.EmptyBatchRequest', status: 400 },
  InvalidAddress: { query: 'InvalidAddress', status: 404 },
  InvalidAttributeName: { query: 'InvalidAttributeName', status: 400 },
  InvalidBatchEntryId: { query: 'AWS.SimpleQueueService.InvalidBatchEntryId', status: 400 },
  InvalidMessageContents: { query: 'InvalidMessageContents', status: 400 },
  InvalidParameterValueException: { query: 'InvalidParameterValue', status: 400 },
  MessageNotInflight: { query: 'AWS.SimpleQueueService.MessageNotInflight', status: 400 },
  MissingRequiredParameterException: { query: 'MissingParameter', status: 400 },
  OverLimit: { query: 'OverLimit', status: 403 },
  PurgeQueueInProgress: { query: 'AWS.SimpleQueueService.PurgeQueueInProgress', status: 403 },
  QueueDoesNotExist: { query: 'AWS.SimpleQueueService.NonExistentQueue', status: 400 },
  ReceiptHandleIsInvalid: { query: 'ReceiptHandleIsInvalid', status: 404 },
  ResourceNotFoundException: { query: 'ResourceNotFoundException', status: 404 },
  SerializationException: { query: 'SerializationException', status: 400 },
  TooManyEntriesInBatchRequest: {
    query: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
    status: 400,
  },
  UnsupportedOperation: { query: 'AWS.SimpleQueueService.UnsupportedOperation', status: 400 },
} as const satisfies Record<string, { readonly query: string; readonly status: number }>;

export type QueueFaultCode = keyof typeof QUEUE_FAULTS;
