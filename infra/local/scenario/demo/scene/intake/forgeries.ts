import { inShort, expectProblem } from '../../expectation.ts';
import type { Stage } from '../../stage.ts';
import { inviteResident, submitRating } from './rate.ts';

const seconds = 1000;

/** Turns one character in the middle of the signature part: the form stays, the seal does not. */
export const forgeToken = (token: string): string => {
  const at = token.lastIndexOf('.') + 8;
  return token.slice(0, at) + (token.charAt(at) === 'A' ? 'B' : 'A') + token.slice(at + 1);
};

/** 伪造与重放: each gets its own clear answer and changes nothing. */
export const playForgeries = async (stage: Stage): Promise<void> => {
  const { tell, client, system } = stage;
  tell.scene('伪造与重放', 'Forgeries and replays');
  const body = JSON.stringify({ events: [stage.cases.accepted()] });
  const call = await client.sign(system, { method: 'POST', path: '/v1/cases', body });
  await client.send(call);
  tell.quote(inShort(expectProblem(await client.send(call), 401, 'replayed')));
  tell.pass('截获的请求原样重放被拒绝', 'a captured request sent again is refused');

  const tampered = { ...call, body: body.replace('accepted', 'finished') };
  tell.quote(inShort(expectProblem(await client.send(tampered), 401, 'digest_mismatch')));
  const stranger = client.signed({ ...system, secret: 'not-the-secret' });
  const wrong = await stranger.post('/v1/cases', { events: [stage.cases.accepted()] });
  tell.quote(inShort(expectProblem(wrong, 401, 'signature_invalid')));
  tell.pass('改动内容或用错密钥被拒绝', 'changed bytes and a wrong secret are refused');

  const invited = await inviteResident(stage, 'qr');
  const fake = { ...invited, token: forgeToken(invited.token) };
  const level = 'very_satisfied' as const;
  tell.quote(
    inShort(expectProblem(await submitRating(stage, fake, { level }), 401, 'token_invalid')),
  );
  tell.pass('伪造的评价链接被拒绝', 'a forged rating link is refused');

  const late = await client.sign(system, { method: 'POST', path: '/v1/cases', body });
  const old = new Date(stage.clock.now() - 120 * seconds).toUTCString();
  const stale = { ...late, headers: { ...late.headers, 'x-bg-date-time': old } };
  tell.quote(inShort(expectProblem(await client.send(stale), 401, 'clock_skew')));
  tell.pass('两分钟前的签名已过期', 'a signature two minutes old is refused');
};
