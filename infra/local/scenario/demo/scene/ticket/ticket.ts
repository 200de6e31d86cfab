import { randomUUID } from 'node:crypto';

import type * as z from 'zod/mini';

import type { TicketAction } from '../../../../../../events/ticket/action.ts';
import { ActionAnswer, TicketFile } from '../../../../../../events/ticket/view.ts';
import type { Channel } from '../../../../../../shared/domain/rating/channel.ts';
import { expectBody, NotAsTold } from '../../expectation.ts';
import { handler } from '../../fresh-case.ts';
import type { Rated, Stage } from '../../stage.ts';

/** The bad rating that came by that channel in this run. */
export const badBy = ({ rated }: Stage, channel: Channel): Rated => {
  const found = rated.find((one) => one.bad && one.channel === channel);
  if (!found) throw new NotAsTold(`a bad rating by ${channel}`, 'came: none');
  return found;
};

export const ticketOf = ({ projectNo }: Rated): string => `${projectNo}-1`;

export type File = z.output<typeof TicketFile>;

export const fileOf = async (stage: Stage, ticketId: string, reader = handler): Promise<File> => {
  const file = await (await stage.as(reader)).get(`/v1/tickets/${ticketId}`);
  return expectBody(file, 200, TicketFile);
};

type Bare<Action> = Action extends unknown ? Omit<Action, 'expectedVersion' | 'actionId'> : never;
/** An action without the version it is meant for. */
export type Deed = Bare<z.input<typeof TicketAction>>;

export interface Attempt {
  readonly ticketId: string;
  readonly by: string;
  readonly deed: Deed;
  /** What the person saw; by default the ticket as it is. */
  readonly version?: number;
}

export const attemptAction = async (stage: Stage, { ticketId, by, deed, version }: Attempt) => {
  const expectedVersion = version ?? (await fileOf(stage, ticketId, by)).version;
  const action = { ...deed, expectedVersion, actionId: randomUUID() };
  return (await stage.as(by)).post(`/v1/tickets/${ticketId}/actions`, action);
};

export const performAction = async (stage: Stage, attempted: Attempt) => {
  const done = expectBody(await attemptAction(stage, attempted), 200, ActionAnswer);
  stage.tell.quote(`${attempted.by} · ${attempted.deed.type} → ${done.state} (v${done.version})`);
  return done;
};
