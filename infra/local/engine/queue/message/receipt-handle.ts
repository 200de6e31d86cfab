import { queueFault } from '../queue-fault.ts';

/**
 * The content of a receipt handle: the place of the message, and the receive that it belongs to.
 */
export interface Receipt {
  readonly queue: string;
  readonly place: number;
  readonly nonce: string;
}

export const writeHandle = ({ queue, place, nonce }: Receipt): string =>
  Buffer.from(`${queue}|${place}|${nonce}`).toString('base64url');

/** Refuses handles that this engine cannot have written, and handles of another queue. */
export const readHandle = (queue: string, handle: string): Receipt => {
  const text = Buffer.from(handle, 'base64url').toString();
  const parts = /^(?<queue>[\w.-]+)\|(?<place>\d+)\|(?<nonce>[0-9a-f-]{36})$/u.exec(text)?.groups;
  const receipt: Receipt = {
    queue: parts?.['queue'] ?? '',
    place: Number(parts?.['place']),
    nonce: parts?.['nonce'] ?? '',
  };
  // Decoding is lenient, so a handle is accepted only if encoding gives the same text again.
  if (receipt.queue === queue && writeHandle(receipt) === handle) return receipt;
  throw queueFault(
    'ReceiptHandleIsInvalid',
    `The input receipt handle "${handle}" is not a valid receipt handle.`,
  );
};
