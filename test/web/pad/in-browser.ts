/** What a test in Chromium calls: the parts of the pad over the real database. */
import { browserDeps } from '../../../web/pad/browser.ts';
import { hmac, importSignKey, toBase64 } from '../../../web/pad/key/hmac.ts';
import { openDatabase } from '../../../web/pad/queue/database.ts';
import { ratingQueue } from '../../../web/pad/queue/queue.ts';
import { createSealKey } from '../../../web/pad/queue/seal.ts';
import { readSetting, writeSettings } from '../../../web/pad/queue/settings.ts';

/** How each transaction that writes was begun. */
const begun: string[] = [];

const note = (database: IDBDatabase): void => {
  const begin = database.transaction.bind(database);
  Object.assign(database, {
    transaction: (...given: Parameters<IDBDatabase['transaction']>) => {
      const started = begin(...given);
      if (given[1] === 'readwrite') begun.push(started.durability);
      return started;
    },
  });
};

const open = (name: string, version?: number): IDBOpenDBRequest => {
  const request = indexedDB.open(name, version);
  request.addEventListener('success', () => note(request.result));
  return request;
};

const deps = browserDeps('test');
const database = openDatabase({ ...deps, databases: { open } });

const readPad = async () => {
  const pad = await readSetting(database, 'pad');
  if (pad === undefined) throw new Error('there is no pad');
  return pad;
};

const turns: string[] = [];

Object.assign(globalThis, {
  test: {
    begun,
    turns,
    create: async (signKey: string) => {
      const [seal, sign] = [await createSealKey(crypto), await importSignKey(crypto, signKey)];
      await writeSettings(database, { next: 1, pad: { padId: 'pad-1', number: 1, seal, sign } });
      begun.length = 0;
    },
    open: async () => {
      const { seal: key } = await readPad();
      Object.assign(globalThis, { queue: ratingQueue({ database, key, crypto }) });
    },
    sign: async (text: string) => toBase64(await hmac(text, (await readPad()).sign, crypto)),
    exportKeys: async () => {
      const { seal, sign } = await readPad();
      const exports = [seal, sign].map((key) => crypto.subtle.exportKey('raw', key));
      return (await Promise.allSettled(exports)).map(({ status }) => status);
    },
    takeTurn: async () => {
      await deps.surroundings.becomeOnly(() => turns.push('waits'));
      turns.push('only');
    },
  },
});
