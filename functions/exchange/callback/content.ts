/** The content of a callback: read from its bytes, and kept encrypted where it cannot be stored. */
import { createHmac } from 'node:crypto';

import { parseLossless } from '../../../shared/domain/text/lossless-json.ts';
import { isMarked } from '../../../shared/domain/text/members-twice.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';

/** Who the rater is, and who was signed in: this system has the applicant from the case. */
const notKept: ReadonlySet<string> = new Set([
  'raterIdentityNum',
  'raterName',
  'raterPhoneNum',
  'syncUserModel',
]);

/** What is a list or an object; some write it as a text within the JSON. */
const structured: ReadonlySet<string> = new Set([
  '',
  'features',
  'evaluationItemModel',
  'evaluationLevelModelList',
  'evaluationTagItemModelList',
  'caseModelList',
  'caseWorkflowModelList',
]);

export interface Content {
  /** Of a list of one callback that callback. Undefined when it is not JSON in UTF-8. */
  readonly body: unknown;
  readonly readable: boolean;
  /** A member of it came more than once; each has a name of its own in the body. */
  readonly isTwice: boolean;
  /** What is kept: without the rater where it can be read, else every byte. */
  readonly bytes: Buffer;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads a callback, whatever its content type says; nothing here refuses it. */
export const readContent = (bytes: Buffer): Content => {
  try {
    const whole = parseLossless(decoder.decode(bytes), { without: notKept, structured });
    const body: unknown = Array.isArray(whole) && whole.length === 1 ? whole[0] : whole;
    const text = JSON.stringify(whole);
    return { body, readable: true, isTwice: isMarked(text), bytes: Buffer.from(text) };
  } catch (fault) {
    // Not UTF-8 is a TypeError, and a nesting too deep for the stack a RangeError.
    const isContent = [SyntaxError, TypeError, RangeError].some((kind) => fault instanceof kind);
    if (!isContent) throw fault;
    return { body: undefined, readable: false, isTwice: false, bytes };
  }
};

/** Returns the id of a callback: the same for every repeat, and no digest of a guessable text. */
export const contentId = async (
  keys: KeyRing,
  operation: string,
  { bytes }: Content,
): Promise<string> =>
  createHmac('sha256', await keys.key('fingerprint'))
    .update(`${operation}\n`)
    .update(bytes)
    .digest('base64url')
    .slice(0, 22);

const placeOf = (id: string, part: number): string => `center-callback/${id}/${part}`;

/** Characters of a part before encryption; a stored item may have 400 KB. */
const partLength = 150_000;

export const sealContent = async (
  keys: KeyRing,
  id: string,
  { bytes }: Content,
): Promise<readonly string[]> => {
  const text = bytes.toString('base64');
  const count = Math.max(1, Math.ceil(text.length / partLength));
  return Promise.all(
    Array.from({ length: count }, (_, part) =>
      keys.encrypt(text.slice(part * partLength, (part + 1) * partLength), placeOf(id, part)),
    ),
  );
};

export const unsealContent = async (
  keys: KeyRing,
  id: string,
  parts: readonly string[],
): Promise<Content> => {
  const texts = await Promise.all(
    parts.map((sealed, part) => keys.decrypt(sealed, placeOf(id, part))),
  );
  return readContent(Buffer.from(texts.join(''), 'base64'));
};
