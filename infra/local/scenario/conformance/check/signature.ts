import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';

import { signatureHeaders, signedHeaders } from '../../../../../shared/http/signature.ts';
import type { Call } from '../../../client/loop-client.ts';
import { expectProblem, expectThat } from '../../player/expectation.ts';
import type { Refusal } from '../../player/expectation.ts';
import type { Given } from '../../player/player.ts';
import type { Scene } from '../scene.ts';
import { makeSignatureVectors } from '../vectors.ts';
import type { Check } from './check.ts';

const second = 1000;

/** A read of a case that does not exist. The service refuses it after it accepted the signature. */
const readUnknown = (scene: Scene): Given<'readCase'> => ({
  at: { projectNo: scene.createProjectNo() },
});

const prepareReport = (scene: Scene): Promise<Call> =>
  scene.prepare('reportEvents', { body: { events: [scene.createEvent()] } });

const expectRefused = async ({ client }: Scene, call: Call, refusal: Refusal) =>
  expectProblem(await client.send(call), refusal);

const expectAccepted = async (scene: Scene, call: Call): Promise<void> => {
  await expectRefused(scene, call, '404 case_unknown');
};

const omitHeader = (call: Call, name: string): Call => {
  const { [name]: _left, ...headers } = call.headers ?? {};
  return { ...call, headers };
};

const signAt = async (scene: Scene, skewMs: number): Promise<Call> => {
  const { method, path } = await scene.prepare('readCase', readUnknown(scene));
  const facts = { method, path, at: new Date(scene.now() + skewMs) };
  return { method, path, headers: signedHeaders(facts, scene.key) };
};

const vectorsFile = new URL('../../../../../events/signature-vectors.json', import.meta.url);

export const signatureChecks: readonly Check[] = [
  {
    id: 'signature.vectors',
    zh: '本工具的签名与发布的签名向量一致',
    en: 'the kit signs as the published vectors say',
    run: async () => {
      const published: unknown = JSON.parse(await readFile(vectorsFile, 'utf8'));
      const same = isDeepStrictEqual(JSON.parse(JSON.stringify(makeSignatureVectors())), published);
      expectThat(same, 'the vectors are reproduced', same);
    },
  },
  {
    id: 'signature.accepted',
    zh: '签名正确的调用被接受',
    en: 'a signed call is let in',
    run: async (scene) => {
      await scene.expectRefusal('readCase', readUnknown(scene), '404 case_unknown');
    },
  },
  {
    id: 'signature.query',
    zh: '查询参数按 & 拆分排序后签名，与书写顺序无关',
    en: 'a query is signed sorted, in whatever order it was written',
    run: async (scene) => {
      const given = { ...readUnknown(scene), query: { z: 1, name: '测', a: 2 } };
      await scene.expectRefusal('readCase', given, '404 case_unknown');
    },
  },
  {
    id: 'signature.headers',
    zh: '缺少任一签名头即被拒绝，并指出缺少哪一个',
    en: 'each header that is left out is asked for by name',
    run: async (scene) => {
      const { accessKey, algorithm, signature, date, contentDigest } = signatureHeaders;
      for (const name of [accessKey, algorithm, signature, date, contentDigest]) {
        const call = omitHeader(await prepareReport(scene), name);
        const { detail } = await expectRefused(scene, call, '401 signature_missing');
        expectThat(detail.toLowerCase().includes(name), `the detail names ${name}`, detail);
      }
    },
  },
  {
    id: 'signature.wrong',
    zh: '错误的密钥与未知的访问密钥被分别拒绝',
    en: 'a wrong secret and an unknown key are told apart',
    run: async (scene) => {
      const secret = 'not-the-secret';
      const wrong = { ...readUnknown(scene), by: { ...scene.key, secret } };
      await scene.expectRefusal('readCase', wrong, '401 signature_invalid');
      const stranger = { ...readUnknown(scene), by: { accessKey: 'AKnobody', secret } };
      await scene.expectRefusal('readCase', stranger, '401 access_key_unknown');
    },
  },
  {
    id: 'signature.skew',
    zh: '时差 60 秒以内被接受，120 秒被拒绝并告知服务器时间',
    en: 'a clock 60 s off is let in, one 120 s off is told the server’s time',
    run: async (scene) => {
      for (const skew of [-60, 60]) {
        await expectAccepted(scene, await signAt(scene, skew * second));
      }
      for (const skew of [-120, 120]) {
        const call = await signAt(scene, skew * second);
        const { serverTime = '' } = await expectRefused(scene, call, '401 clock_skew');
        const isTime = !Number.isNaN(Date.parse(serverTime));
        expectThat(isTime, 'serverTime is the server’s time', serverTime);
      }
    },
  },
  {
    id: 'signature.digest',
    zh: '请求体被改动即被拒绝',
    en: 'changed bytes of a body are found out',
    run: async (scene) => {
      const call = await prepareReport(scene);
      const changed = { ...call, body: String(call.body).replace('accepted', 'finished') };
      await expectRefused(scene, changed, '401 digest_mismatch');
    },
  },
  {
    id: 'signature.replay',
    zh: '写操作的签名只能使用一次；读操作可以重复',
    en: 'a write’s signature serves once; a read may be repeated',
    run: async (scene) => {
      const call = await prepareReport(scene);
      const first = await scene.client.send(call);
      expectThat(first.status === 200, 'the first call is let in', first.status);
      await expectRefused(scene, call, '401 replayed');
      const read = await scene.prepare('readCase', readUnknown(scene));
      for (const again of [read, read]) await expectAccepted(scene, again);
    },
  },
];
