import { textElements } from '../xml.ts';
import { OBJECT_FAULTS } from './object-fault.table.ts';
import type { ObjectFaultCode } from './object-fault.table.ts';

export interface FaultDetail {
  /** Replaces the default message of the code. */
  readonly message?: string;
  /** Further elements of the error document, e.g. `ServerTime`. */
  readonly members?: Readonly<Record<string, string>>;
}

/** An error as S3 returns it. */
export class ObjectFault extends Error {
  readonly code: ObjectFaultCode;
  readonly status: number;
  readonly members: Readonly<Record<string, string>>;

  constructor(code: ObjectFaultCode, { message, members = {} }: FaultDetail = {}) {
    const [status, usual] = OBJECT_FAULTS[code];
    super(message ?? usual);
    this.code = code;
    this.status = status;
    this.members = members;
  }
}

/**
 * Creates the error for a feature that S3 has and the embedded engine lacks. It names the feature;
 * the behaviour is never guessed.
 */
export const notImplemented = (what: string): ObjectFault =>
  new ObjectFault('NotImplemented', { message: `The embedded engine does not implement ${what}.` });

/** Returns the error document: code and message first, in the order of the service. */
export const errorDocument = (
  fault: ObjectFault,
  around: Readonly<Record<string, string>>,
): string => {
  const elements = { Code: fault.code, Message: fault.message, ...fault.members, ...around };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${textElements(elements)}</Error>`;
};
