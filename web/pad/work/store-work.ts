import { claimCodeOf } from '../key/claim.ts';
import type { PressedRating } from '../queue/queue.ts';
import type { Saving, Subject } from '../session/state.ts';
import type { Bench } from './bench.ts';

const tokenOf = (subject: Subject): string | undefined => {
  if (subject.of === 'window') return undefined;
  return subject.of === 'link' ? subject.token : subject.contact.token;
};

const ratingOf = ({ subject, choice }: Saving, at: number): PressedRating => {
  const { level, tags, consent } = choice;
  const text = choice.text.trim();
  return {
    token: tokenOf(subject),
    level,
    tags,
    ...(text === '' ? {} : { text }),
    contactConsent: consent,
    ratedAt: new Date(at).toISOString(),
  };
};

/** Undefined where nothing was stored. */
const press = async (
  saving: Saving,
  { queue, clock, faults }: Bench,
): Promise<number | undefined> => {
  try {
    return await queue.press(ratingOf(saving, clock.now()));
  } catch {
    await faults.add();
    return undefined;
  }
};

interface Then {
  readonly onStored: () => void;
  /** Those who can repair the storage are told at once: a count in memory ends with the page. */
  readonly onFault: () => void;
}

/** Stores what was chosen; only then the session says thank you. */
export const storeWork =
  (bench: Bench, { onStored, onFault }: Then) =>
  async (saving: Saving): Promise<void> => {
    const { session, pad, deps, countQueue } = bench;
    const sequence = await press(saving, bench);
    if (sequence === undefined) session.send({ type: 'not_stored' });
    else session.send({ type: 'stored', code: await claimCodeOf(sequence, pad, deps) });
    await countQueue();
    if (sequence === undefined) onFault();
    else onStored();
  };
