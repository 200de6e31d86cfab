/** The number of the recording or form of an entry, which may hold a telephone number. */
import type { EntryRequest } from '../../../events/rating/rating.ts';
import type { EnteredChannel } from '../../../shared/domain/rating/channel.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { Entry } from '../../../shared/port/rating/entry-store.ts';
import { sha256 } from '../../../shared/rules.ts';
import { keyedDigest } from '../repeat/sender.ts';

/** One recording, or one form number of a district, is one entry, however often it is entered. */
const recordNames: Readonly<Record<EnteredChannel, (record: string, area: string) => string>> = {
  hotline: (record) => `hotline/${record}`,
  paper: (record, area) => `paper/${area.slice(0, 6)}/${record}`,
};

type Asked = Pick<EntryRequest, 'channel' | 'record'>;

const recordName = ({ channel, record }: Asked, area: string): string =>
  recordNames[channel](record, area);

/** Keyed, because numbers are few enough to be tried one by one. */
export const entryIdOf = async (keys: KeyRing, asked: Asked, area: string): Promise<string> => {
  const digest = await keyedDigest(keys, ['entry', recordName(asked, area)]);
  return Buffer.from(digest, 'base64url').toString('hex').slice(0, 32);
};

/** Of an entry that an older release stored. */
export const formerEntryIdOf = (asked: Asked, area: string): string =>
  sha256(recordName(asked, area)).slice(0, 32);

const recordPlace = (id: string): string => `entry/${id}`;

export const sealRecord = (keys: KeyRing, record: string, id: string): Promise<string> =>
  keys.encrypt(record, recordPlace(id));

export const openRecord = async (
  keys: Pick<KeyRing, 'decrypt'>,
  { id, sealedRecord, record = '' }: Pick<Entry, 'id' | 'sealedRecord' | 'record'>,
): Promise<string> =>
  sealedRecord === undefined ? record : keys.decrypt(sealedRecord, recordPlace(id));
