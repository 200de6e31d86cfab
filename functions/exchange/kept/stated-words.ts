import type { ProposalOf } from '../../../shared/domain/access/proposal.ts';
import type { Stated } from '../../../shared/domain/exchange/callback/stated.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';

type Taking = ProposalOf<'center_callback'>;

/** Returns the encryption context of the words that two persons state of a callback. */
const statedPlace = (callbackId: string): string => `center-callback/${callbackId}/stated`;

/** Returns what is stated as a proposal holds it: with the words of the rater encrypted. */
export const sealStated = async (
  { text, ...stated }: Stated,
  callbackId: string,
  keys: Pick<KeyRing, 'encrypt'>,
): Promise<Omit<Taking, 'callbackId' | 'power' | 'reason'>> => ({
  ...stated,
  ...(text === null && { sealedText: null }),
  ...(typeof text === 'string' && {
    sealedText: await keys.encrypt(text, statedPlace(callbackId)),
  }),
});

/** Returns the words that a proposal states: null when there are none, undefined when none are stated. */
export const openStatedText = async (
  { sealedText, callbackId }: Pick<Taking, 'callbackId' | 'sealedText'>,
  keys: Pick<KeyRing, 'decrypt'>,
): Promise<Stated['text']> =>
  typeof sealedText === 'string' ? keys.decrypt(sealedText, statedPlace(callbackId)) : sealedText;
