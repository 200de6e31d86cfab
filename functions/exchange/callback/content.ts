/** The content of a callback: read from its bytes, and kept encrypted where it cannot be stored. */
import { createHmac } from 'node:crypto';

import { joinEqualTwins } from '../../../shared/domain/text/equal-twins.ts';
import { parseLossless } from '../../../shared/domain/text/lossless-json.ts';
import { isMarked } from '../../../shared/domain/text/members-twice.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { decodeSent } from './decode-sent.ts';

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
  /** Of a list of one callback that callback. Undefined when it is no JSON. */
  readonly body: unknown;
  /** It is JSON in an encoding that its bytes leave no doubt about. */
  readonly readable: boolean;
  /** A member of it came more than once; each has a name of its own in the body. */
  readonly isTwice: boolean;
  /** What is kept: without the rater where it can be read, else every byte. */
  readonly bytes: Buffer;
}

/** What is no JSON is a SyntaxError, and a nesting too deep for the stack a RangeError. */
const isUnreadable = (fault: unknown): boolean =>
  fault instanceof SyntaxError || fault instanceof RangeError;

/** Programs in C send the NUL behind a text along. */
const withoutEnd = (text: string): string => text.replace(/\0+$/u, '');

/** Reads a callback, whatever its content type says; nothing here refuses it. */
export const readContent = (bytes: Buffer): Content => {
  const { text, encoding } = decodeSent(bytes);
  try {
    const whole = joinEqualTwins(parseLossless(withoutEnd(text), { without: notKept, structured }));
    const body: unknown = Array.isArray(whole) && whole.length === 1 ? whole[0] : whole;
    const json = JSON.stringify(whole);
    const isTwice = isMarked(json);
    // GB 18030 is a guess that the persons confirm, who need the bytes for it.
    const isGuess = encoding === 'gb18030' || (encoding !== 'utf-8' && text.includes('\uFFFD'));
    return isGuess
      ? { body, readable: false, isTwice, bytes }
      : { body, readable: true, isTwice, bytes: Buffer.from(json) };
  } catch (fault) {
    if (!isUnreadable(fault)) throw fault;
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
