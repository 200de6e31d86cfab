import type { Call } from '../../../../client/loop-client.ts';
import { expectProblem, summarizeProblem } from '../../../player/expectation.ts';
import type { Refusal } from '../../../player/expectation.ts';
import type { Stage } from '../../stage.ts';
import { inviteResident } from './rate.ts';

const seconds = 1000;

/** Changes one character in the middle of the signature, so that only the signature is wrong. */
export const forgeToken = (token: string): string => {
  const at = token.lastIndexOf('.') + 8;
  return token.slice(0, at) + (token.charAt(at) === 'A' ? 'B' : 'A') + token.slice(at + 1);
};

/** 伪造与重放: each one has its own refusal and changes nothing. */
export const playForgeries = async (stage: Stage): Promise<void> => {
  const { tell, client, cases, showRefusal } = stage;
  const showRefusedCall = async (call: Call, refusal: Refusal): Promise<void> =>
    tell.quote(summarizeProblem(expectProblem(await client.send(call), refusal)));
  const signReport = () =>
    stage.prepare('reportEvents', { body: { events: [cases.createCase()] } });

  tell.scene('伪造与重放', 'Forgeries and replays');
  const call = await signReport();
  await client.send(call);
  await showRefusedCall(call, '401 replayed');
  tell.pass('截获的请求原样重放被拒绝', 'a captured request sent again is refused');

  const tampered = { ...call, body: String(call.body).replace('accepted', 'finished') };
  await showRefusedCall(tampered, '401 digest_mismatch');
  const by = { ...stage.key, secret: 'not-the-secret' };
  const events = [cases.createCase()];
  await showRefusal('reportEvents', { by, body: { events } }, '401 signature_invalid');
  tell.pass('改动内容或用错密钥被拒绝', 'changed bytes and a wrong secret are refused');

  const invited = await inviteResident(stage, 'qr');
  const [token, { clientRef }] = [forgeToken(invited.token), invited];
  const level = 'very_satisfied';
  await showRefusal('rate', { body: { token, clientRef, level } }, '401 token_invalid');
  tell.pass('伪造的评价链接被拒绝', 'a forged rating link is refused');

  const late = await signReport();
  const old = new Date(stage.clock.now() - 120 * seconds).toUTCString();
  const headers = { ...late.headers, 'x-bg-date-time': old };
  await showRefusedCall({ ...late, headers }, '401 clock_skew');
  tell.pass('两分钟前的签名已过期', 'a signature two minutes old is refused');
};
