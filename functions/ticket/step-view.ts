import type { Step } from '../../shared/domain/ticket/step/step.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { notePlace } from './command.ts';

/**
 * Returns a step of the audit chain with its texts, decrypted and as the encrypted text that was
 * hashed.
 */
export const stepView = async (step: Step, keys: KeyRing) => {
  const decryptSealed = (sealed: string) => keys.decrypt(sealed, notePlace(step.ticketId));
  const { sealedNote, sealedAnswer } = step;
  return {
    ...step,
    at: withOffset(step.at),
    ...(sealedNote === undefined ? {} : { note: await decryptSealed(sealedNote) }),
    ...(sealedAnswer === undefined ? {} : { answer: await decryptSealed(sealedAnswer) }),
  };
};
