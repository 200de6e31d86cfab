import { townPads } from '../hall.ts';
import type { TownPad } from '../hall.ts';
import { areaWords } from '../table/place.table.ts';
import { everyPage } from './every-page.ts';
import { callForEach } from './lanes.ts';
import { expectStatus } from './loading.ts';
import type { Loading } from './loading.ts';

interface Listed {
  readonly padId: string;
  readonly window: string;
  readonly state: string;
}

const placeOf = (pad: TownPad): string => `${pad.hall}/${pad.window}`;

const adminOf = async (loading: Loading, area: string) => {
  const word = areaWords.find((place) => place.area === area)?.word ?? 'city';
  return loading.client.bearer(await loading.tokenOf(`halladmin-${word}`));
};

/** As with integrators: a pad whose key was lost on the way is revoked and enrolled anew. */
const enrolPad = async (loading: Loading, pad: TownPad): Promise<void> => {
  const place = placeOf(pad);
  const admin = await adminOf(loading, pad.area);
  const pads = await everyPage<Listed>(admin, `/v1/pads?hall=${pad.hall}`, 'pads');
  for (const lost of pads.filter((one) => one.window === pad.window && one.state !== 'revoked')) {
    expectStatus(
      await admin.delete(`/v1/pads/${lost.padId}`),
      [200, 204],
      `revoking a pad at ${place}`,
    );
  }
  const { hall, window, label } = pad;
  const registered = await admin.post<{ code: string }>('/v1/pads', { hall, window, label });
  const { code } = expectStatus(registered, [201], `registration of the pad at ${place}`);
  const enrolled = await loading.client
    .open()
    .post<{ padId: string; key: string }>('/v1/pads/enrol', { code });
  const { padId, key } = expectStatus(enrolled, [201], `enrolment of the pad at ${place}`);
  loading.ledger.pads[place] = { accessKey: padId, secret: key };
  loading.keep();
};

/** 评价器登记: announced by the hall's administrator, enrolled with the one-time code. */
export const enrolPads = (loading: Loading): Promise<void> =>
  callForEach(
    townPads.filter((pad) => loading.ledger.pads[placeOf(pad)] === undefined),
    (pad) => enrolPad(loading, pad),
  );

/** Every pad says at the end that it is alive and has nothing waiting. */
export const sendHeartbeats = (loading: Loading): Promise<void> =>
  callForEach(Object.entries(loading.ledger.pads), async ([place, key]) => {
    const pad = loading.client.signed(key);
    const beaten = await pad.post('/v1/pads/me/heartbeat', { waiting: 0, version: 'town-1' });
    expectStatus(beaten, [200], `heartbeat of the pad at ${place}`);
  });
