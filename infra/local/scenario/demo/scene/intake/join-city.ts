import { IntegratorAdmitted } from '../../../../../../events/access/integrator-view.ts';
import { joinCenter } from '../../../../client/join-center.ts';
import { wholeCity } from '../../../../client/two-persons.ts';
import { expectThat } from '../../../player/expectation.ts';
import { playByTwo } from '../../../player/two-persons.ts';
import { drainOutbox } from '../../outbox.ts';
import type { Stage } from '../../stage.ts';

const by = 'sysadmin';
const and = 'sysadmin-2';

const exchangeKeys = async (stage: Stage): Promise<void> => {
  const body = { name: '省一体化评价中心（模拟）', may: ['center'], scope: wholeCity };
  const callbackKey = await playByTwo(stage, 'admitIntegrator', {
    given: { by, and, body },
    result: IntegratorAdmitted,
  });
  const admin = stage.client.bearer(await stage.tokenOf(by));
  const second = stage.client.bearer(await stage.tokenOf(and));
  await joinCenter({ client: stage.client, admin, second, callbackKey });
  await drainOutbox(stage);
  stage.afterwards.push({
    zh: '本实例已与模拟省中心互换密钥，此后持续上报；省中心的回调密钥保留',
    en: 'the city and the simulated center hold each other’s keys now, and reporting goes on; the center keeps its key for callbacks',
  });
};

/** 对接省中心: an instance with a town is already joined, another one is joined here. */
export const joinCity = async (stage: Stage): Promise<void> => {
  const { tell, play } = stage;
  tell.scene('与省中心对接', 'The city and the provincial center');
  tell.say(
    '省中心由本机模拟：规则严格，账本独立。',
    'The center is simulated on this machine: strict, with a book of its own.',
  );
  const isNew = (await play('readCenterAccess', { by })).access === null;
  if (isNew) await exchangeKeys(stage);
  const { exchange, access } = await play('readCenterAccess', { by });
  expectThat(exchange === 'on' && access !== null, 'the exchange is on', { exchange, access });
  tell.quote(`${access?.scheme ?? ''} · ${access?.accessKey ?? ''} · ${access?.setAt ?? ''}`);
  if (isNew) tell.pass('互换密钥，开始上报', 'keys exchanged, reporting begins');
  else tell.pass('此前已对接', 'joined before');
};
