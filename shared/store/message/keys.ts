import { countingArea } from '../../domain/area/area.ts';
import type { Message } from '../../domain/message/message.ts';
import type { OptOut } from '../../domain/message/opt-out.ts';
import { toEpoch } from '../../domain/time/instant.ts';
import type { CountedMessage } from '../../port/message/store.ts';
import { dueList } from '../keys.ts';
import type { ItemKey } from '../keys.ts';
import type { Placement } from '../table.ts';
import { storedChoice, storedMessage, storedMessageDay } from './schema.ts';
import type { MessageDay } from './schema.ts';

/** Keys of messages; the overview of all items is in `keys.ts`. */

export const messageKey = (id: string): ItemKey => ({ pk: `MESSAGE#${id}`, sk: 'MESSAGE' });

export const callsIn = (area: string): string => `CALLS#${countingArea(area)}`;

export const messagePlace = (message: Message): Placement<Message> => ({
  key: messageKey(message.id),
  kind: storedMessage,
  due: message.nextAt && dueList(message.id, message.nextAt),
  list:
    message.state === 'listed'
      ? { listPk: callsIn(message.area), listSk: `${message.changedAt}#${message.id}` }
      : undefined,
});

export const dayPlace = ({ mark, until }: CountedMessage): Placement<MessageDay> => ({
  key: { pk: `MESSAGEDAY#${mark}`, sk: 'DAY' },
  kind: storedMessageDay,
  ttl: Math.ceil(toEpoch(until) / 1000),
});

export const choicePlace = ({ recipient }: Pick<OptOut, 'recipient'>): Placement<OptOut> => ({
  key: { pk: `MESSAGECHOICE#${recipient}`, sk: 'CHOICE' },
  kind: storedChoice,
});
