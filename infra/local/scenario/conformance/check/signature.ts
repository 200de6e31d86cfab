import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';

import { signatureHeaders, signedHeaders } from '../../../../../shared/http/signature.ts';
import type { Call } from '../../../client/loop-client.ts';
import { expectThat, expectProblem } from '../../demo/expectation.ts';
import type { Scene } from '../scene.ts';
import { signatureVectors } from '../vectors.ts';
import type { Check } from './check.ts';

const second = 1000;

const unknownCase = (scene: Scene): string => `/v1/cases/${scene.projectNo()}`;

const omitHeader = (call: Call, name: string): Call => {
  const { [name]: _left, ...headers } = call.headers ?? {};
  return { ...call, headers };
};

/** Refused for what was asked, so the signature was good. */
const isLetIn = async (scene: Scene, call: Call): Promise<void> => {
  expectProblem(await scene.send(call), 404, 'case_unknown');
};

const write = (scene: Scene): Promise<Call> => {
  const body = JSON.stringify({ events: [scene.accepted()] });
  return scene.sign({ method: 'POST', path: '/v1/cases', body });
};

const signedAt = (scene: Scene, skewMs: number): Call => {
  const path = unknownCase(scene);
  const facts = { method: 'GET', path, at: new Date(scene.now() + skewMs) };
  return { method: 'GET', path, headers: signedHeaders(facts, scene.key) };
};

const vectorsFile = new URL('../../../../../events/signature-vectors.json', import.meta.url);

export const signatureChecks: readonly Check[] = [
  {
    id: 'signature.vectors',
    zh: '本工具的签名与发布的签名向量一致',
    en: 'the kit signs as the published vectors say',
    run: async () => {
      const published: unknown = JSON.parse(await readFile(vectorsFile, 'utf8'));
      const same = isDeepStrictEqual(JSON.parse(JSON.stringify(signatureVectors())), published);
      expectThat(same, 'the vectors are reproduced', same);
    },
  },
  {
    id: 'signature.accepted',
    zh: '签名正确的调用被接受',
    en: 'a signed call is let in',
    run: async (scene) =>
      isLetIn(scene, await scene.sign({ method: 'GET', path: unknownCase(scene) })),
  },
  {
    id: 'signature.query',
    zh: '查询参数按 & 拆分排序后签名，与书写顺序无关',
    en: 'a query is signed sorted, in whatever order it was written',
    run: async (scene) => {
      const path = `${unknownCase(scene)}?z=1&name=%E6%B5%8B&a=2`;
      await isLetIn(scene, await scene.sign({ method: 'GET', path }));
    },
  },
  {
    id: 'signature.headers',
    zh: '缺少任一签名头即被拒绝，并指出缺少哪一个',
    en: 'each header that is left out is asked for by name',
    run: async (scene) => {
      const { accessKey, algorithm, signature, date, contentDigest } = signatureHeaders;
      for (const name of [accessKey, algorithm, signature, date, contentDigest]) {
        const { detail } = expectProblem(
          await scene.send(omitHeader(await write(scene), name)),
          401,
          'signature_missing',
        );
        expectThat(detail.toLowerCase().includes(name), `the detail names ${name}`, detail);
      }
    },
  },
  {
    id: 'signature.wrong',
    zh: '错误的密钥与未知的访问密钥被分别拒绝',
    en: 'a wrong secret and an unknown key are told apart',
    run: async (scene) => {
      const call = { method: 'GET', path: unknownCase(scene) } as const;
      const wrong = await scene.client.sign({ ...scene.key, secret: 'not-the-secret' }, call);
      expectProblem(await scene.send(wrong), 401, 'signature_invalid');
      const stranger = { accessKey: 'AKnobody', secret: 'not-the-secret' };
      expectProblem(
        await scene.send(await scene.client.sign(stranger, call)),
        401,
        'access_key_unknown',
      );
    },
  },
  {
    id: 'signature.skew',
    zh: '时差 60 秒以内被接受，120 秒被拒绝并告知服务器时间',
    en: 'a clock 60 s off is let in, one 120 s off is told the server’s time',
    run: async (scene) => {
      for (const skew of [-60, 60]) await isLetIn(scene, signedAt(scene, skew * second));
      for (const skew of [-120, 120]) {
        const reply = await scene.send(signedAt(scene, skew * second));
        const { detail } = expectProblem(reply, 401, 'clock_skew');
        expectThat(detail.endsWith('GMT)'), 'the detail ends with the server’s time', detail);
      }
    },
  },
  {
    id: 'signature.digest',
    zh: '请求体被改动即被拒绝',
    en: 'changed bytes of a body are found out',
    run: async (scene) => {
      const call = await write(scene);
      const changed = { ...call, body: String(call.body).replace('accepted', 'finished') };
      expectProblem(await scene.send(changed), 401, 'digest_mismatch');
    },
  },
  {
    id: 'signature.replay',
    zh: '写操作的签名只能使用一次；读操作可以重复',
    en: 'a write’s signature serves once; a read may be repeated',
    run: async (scene) => {
      const call = await write(scene);
      const first = await scene.send(call);
      expectThat(first.status === 200, 'the first call is let in', first.status);
      expectProblem(await scene.send(call), 401, 'replayed');
      const read = await scene.sign({ method: 'GET', path: unknownCase(scene) });
      for (const again of [read, read]) await isLetIn(scene, again);
    },
  },
];
