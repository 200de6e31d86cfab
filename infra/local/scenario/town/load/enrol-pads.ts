import { PadRegistered } from '../../../../../events/pad/view.ts';
import { playByTwo } from '../../player/two-persons.ts';
import { townPads } from '../hall.ts';
import type { TownPad } from '../hall.ts';
import { areaWords } from '../table/place.table.ts';
import { callForEach } from './loading.ts';
import type { Loading } from './loading.ts';

const placeOf = (pad: TownPad): string => `${pad.hall}/${pad.window}`;

const adminOf = ({ area }: TownPad): string =>
  `halladmin-${areaWords.find((place) => place.area === area)?.word ?? 'city'}`;

/** Enrols a pad. A pad of an attempt that ended before its key was kept is revoked. */
const enrolPad = async (loading: Loading, pad: TownPad): Promise<void> => {
  const { player, ledger } = loading;
  const { hall, window, label } = pad;
  const by = adminOf(pad);
  const about = `pad at ${placeOf(pad)}`;
  const pages = await player.readPages('listPads', { by, query: { hall }, about });
  for (const { padId, window: place, state } of pages.flatMap(({ pads }) => pads)) {
    if (place === window && state !== 'revoked') {
      await player.play('revokePad', { by, at: { padId }, about });
    }
  }
  const { code } = await playByTwo(player, 'registerPad', {
    given: { by, and: 'sysadmin', body: { hall, window, label }, about },
    result: PadRegistered,
  });
  const { padId, key } = await player.play('enrolPad', { body: { code }, about });
  ledger.pads[placeOf(pad)] = { accessKey: padId, secret: key };
  loading.keep();
};

/** 评价器登记: the administrator of the hall registers a pad, and its one-time code enrols it. */
export const enrolPads = (loading: Loading): Promise<void> =>
  callForEach(
    townPads.filter((pad) => loading.ledger.pads[placeOf(pad)] === undefined),
    (pad) => enrolPad(loading, pad),
  );

/** At the end every pad reports that it runs and that nothing waits on it. */
export const sendHeartbeats = ({ player, ledger }: Loading): Promise<void> =>
  callForEach(Object.entries(ledger.pads), async ([place, by]) => {
    const body = { waiting: 0, version: 'town-1' };
    await player.play('sendHeartbeat', { by, body, about: `pad at ${place}` });
  });
