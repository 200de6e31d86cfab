import { IntegratorAdmitted } from '../../../../../../events/access/integrator-view.ts';
import { CenterAccessView } from '../../../../../../events/exchange/outbox.ts';
import { joinCenter } from '../../../../client/join-center.ts';
import { expectBody, expectThat } from '../../expectation.ts';
import { drainOutbox } from '../../outbox.ts';
import type { Stage } from '../../stage.ts';

const accessOf = async (stage: Stage) =>
  expectBody(await (await stage.as('sysadmin')).get('/v1/center'), 200, CenterAccessView);

const exchangeKeys = async (stage: Stage): Promise<void> => {
  const admin = await stage.as('sysadmin');
  const asked = { name: '省一体化评价中心（模拟）', may: ['center'] };
  const admitted = expectBody(await admin.post('/v1/integrators', asked), 201, IntegratorAdmitted);
  await joinCenter({ client: stage.client, admin, callbackKey: admitted });
  await drainOutbox(stage);
  stage.afterwards.push({
    zh: '本实例已与模拟省中心互换密钥，此后持续上报；省中心的回调密钥保留',
    en: 'the city and the simulated center hold each other’s keys now, and reporting goes on; the center keeps its key for callbacks',
  });
};

/** 对接省中心: done by the town; an instance without one is joined here, once. */
export const joinCity = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('与省中心对接', 'The city and the provincial center');
  tell.say(
    '省中心由本机模拟：规则严格，账本独立。',
    'The center is simulated on this machine: strict, with a book of its own.',
  );
  const isNew = (await accessOf(stage)).access === null;
  if (isNew) await exchangeKeys(stage);
  const { exchange, access } = await accessOf(stage);
  expectThat(exchange === 'on' && access !== null, 'the exchange is on', { exchange, access });
  tell.quote(`${access?.scheme ?? ''} · ${access?.accessKey ?? ''} · ${access?.setAt ?? ''}`);
  if (isNew) tell.pass('互换密钥，开始上报', 'keys exchanged, reporting begins');
  else tell.pass('此前已对接', 'joined before');
};
