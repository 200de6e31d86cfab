/** The number of the recording or form of an entry, which may hold a telephone number. */
import type { EntryRequest } from '../../../events/rating/rating.ts';
import { countingArea } from '../../../shared/domain/area/area.ts';
import type { EnteredChannel } from '../../../shared/domain/rating/channel.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { Entry } from '../../../shared/port/rating/entry-store.ts';
import { sha256 } from '../../../shared/rules.ts';
import { keyedDigest } from '../repeat/sender.ts';

/** Recordings were numbered for the whole city, and form numbers by district. */
const formerNames: Readonly<Record<EnteredChannel, (record: string, area: string) => string>> = {
  hotline: (record) => `hotline/${record}`,
  paper: (record, area) => `paper/${area.slice(0, 6)}/${record}`,
};

type Asked = Pick<EntryRequest, 'channel' | 'record'>;

const keyedId = async (keys: KeyRing, name: string): Promise<string> => {
  const digest = await keyedDigest(keys, ['entry', name]);
  return Buffer.from(digest, 'base64url').toString('hex').slice(0, 32);
};

/**
 * One recording or form of an area is one entry, however often it is entered: nobody takes a number
 * from another area. Keyed, because numbers are few enough to be tried one by one.
 */
export const entryIdOf = (keys: KeyRing, { channel, record }: Asked, area: string) =>
  keyedId(keys, `${channel}/${countingArea(area)}/${record}`);

/** Of entries that older releases stored. */
export const formerEntryIdsOf = async (
  keys: KeyRing,
  { channel, record }: Asked,
  area: string,
): Promise<readonly string[]> => {
  const name = formerNames[channel](record, area);
  return [sha256(name).slice(0, 32), await keyedId(keys, name)];
};

const recordPlace = (id: string): string => `entry/${id}`;

export const sealRecord = (keys: KeyRing, record: string, id: string): Promise<string> =>
  keys.encrypt(record, recordPlace(id));

export const openRecord = async (
  keys: Pick<KeyRing, 'decrypt'>,
  { id, sealedRecord, record = '' }: Pick<Entry, 'id' | 'sealedRecord' | 'record'>,
): Promise<string> =>
  sealedRecord === undefined ? record : keys.decrypt(sealedRecord, recordPlace(id));
