import type { TicketAction } from '../../events/ticket/action.ts';
import type { Command } from '../../shared/domain/ticket/command.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';

/** Returns the encryption context of all texts on a ticket. */
export const notePlace = (ticketId: string): string => `ticket/${ticketId}/note`;

interface Words {
  readonly note?: string | undefined;
  readonly measure?: string | undefined;
  readonly answer?: string | undefined;
}

type SealedWords = { readonly [Name in keyof Words]?: string };

const sealedWords = async (words: Words, seal: (plain: string) => Promise<string>) => {
  const { note, measure, answer } = words;
  const sealed: SealedWords = {
    ...(note === undefined ? {} : { note: await seal(note) }),
    ...(measure === undefined ? {} : { measure: await seal(measure) }),
    ...(answer === undefined ? {} : { answer: await seal(answer) }),
  };
  return sealed;
};

/** Converts an action into a command. Its texts are encrypted before any decision. */
export const commandOf = async (
  action: TicketAction,
  ticketId: string,
  keys: KeyRing,
): Promise<Command> => {
  const { expectedVersion: _version, actionId: _id, ...asked } = action;
  const seal = (plain: string) => keys.encrypt(plain, notePlace(ticketId));
  return { ...asked, ...(await sealedWords(asked, seal)) };
};
