import { IntegratorAdmitted } from '../../../../../../events/access/integrator-view.ts';
import { wholeCity } from '../../../../client/two-persons.ts';
import { phonePath } from '../../../../system/phone/phone.ts';
import { expectThat } from '../../../player/expectation.ts';
import { playByTwo } from '../../../player/two-persons.ts';
import type { Stage } from '../../stage.ts';

const [by, and] = ['sysadmin', 'sysadmin-2'];
const body = { name: '短信网关（演示）', may: ['messages'], scope: wholeCity };

const hasGateway = async (stage: Stage): Promise<boolean> => {
  const pages = await stage.readPages('listIntegrators', { by });
  const known = pages.flatMap(({ integrators }) => integrators);
  return known.some(({ state, may }) => state === 'active' && may.includes('messages'));
};

/** 短信网关: an instance with a town has one, another one gets the key of this run. */
export const joinPhone = async (stage: Stage): Promise<void> => {
  if (await hasGateway(stage)) return;
  const { accessKey, secret } = await playByTwo(stage, 'admitIntegrator', {
    given: { by, and, body },
    result: IntegratorAdmitted,
  });
  stage.leave.push(async () => {
    await stage.play('revokeIntegrator', { by, at: { accessKey } });
  });
  const told = await stage.client.open().post(`${phonePath}/key`, { accessKey, secret });
  expectThat(told.status === 200, 'the phone takes the key', told);
};
