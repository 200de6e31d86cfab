import { textElements } from '../xml.ts';
import { OBJECT_FAULTS } from './object-fault.table.ts';
import type { ObjectFaultCode } from './object-fault.table.ts';

export interface FaultDetail {
  /** In place of the code's usual message. */
  readonly message?: string;
  /** Further elements of the error document, e.g. `ServerTime`. */
  readonly members?: Readonly<Record<string, string>>;
}

/** A refusal as the service words it. */
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

/** What the service has and the embedded engine does not: named, never guessed. */
export const notImplemented = (what: string): ObjectFault =>
  new ObjectFault('NotImplemented', { message: `The embedded engine does not implement ${what}.` });

/** The error document: code and message first, as the service orders them. */
export const errorDocument = (
  fault: ObjectFault,
  around: Readonly<Record<string, string>>,
): string => {
  const elements = { Code: fault.code, Message: fault.message, ...fault.members, ...around };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${textElements(elements)}</Error>`;
};
