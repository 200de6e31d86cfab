import type { ProblemBody } from '../../../client/loop-client.ts';
import { expectProblem, expectThat } from '../../player/expectation.ts';
import type { Scene } from '../scene.ts';
import type { Check } from './check.ts';

const prepareUnknown = (scene: Scene) =>
  scene.prepare('readCase', { at: { projectNo: scene.createProjectNo() } });

const readProblem = async (scene: Scene, language: string): Promise<ProblemBody> => {
  const call = await prepareUnknown(scene);
  const headers = { ...call.headers, 'accept-language': language };
  return expectProblem(await scene.client.send({ ...call, headers }), '404 case_unknown');
};

const largest = 1024 * 1024;

export const problemChecks: readonly Check[] = [
  {
    id: 'problem.form',
    zh: '拒绝以 application/problem+json 返回稳定的 code',
    en: 'a refusal is application/problem+json with a stable code',
    run: async (scene) => {
      const reply = await scene.client.send(await prepareUnknown(scene));
      const type = reply.headers.get('content-type') ?? '';
      expectThat(type.startsWith('application/problem+json'), 'the type of a problem', type);
      const body = reply.body as Readonly<Record<string, unknown>>;
      const lacking = ['type', 'title', 'status', 'code', 'detail'].filter(
        (name) => !(name in body),
      );
      expectThat(lacking.length === 0, 'every member is there', lacking);
    },
  },
  {
    id: 'problem.languages',
    zh: '问题说明有中文与英文',
    en: 'problems are told in Chinese and English',
    run: async (scene) => {
      const [zh, en] = [await readProblem(scene, 'zh-CN'), await readProblem(scene, 'en')];
      expectThat(/\p{Script=Han}/u.test(zh.title), 'the Chinese title', zh.title);
      expectThat(!/\p{Script=Han}/u.test(en.title), 'the English title', en.title);
    },
  },
  {
    id: 'problem.json',
    zh: '无效的 JSON、错误的类型与过大的请求体被分别拒绝',
    en: 'broken JSON, another type and a body too large are told apart',
    run: async (scene) => {
      const refuses = scene.expectRefusal;
      await refuses('reportEvents', { body: '{"events":' }, '400 invalid_json');
      const text = { body: '{}', type: 'text/plain' };
      await refuses('reportEvents', text, '415 unsupported_media_type');
      const long = { body: ' '.repeat(largest + 1) };
      await refuses('reportEvents', long, '413 body_too_large');
    },
  },
  {
    id: 'problem.paths',
    zh: '不符合要求的内容按路径指出，不回显所发送的值',
    en: 'what does not fit is told by its path, never by its value',
    run: async (scene) => {
      const body = { events: [], extra: 'OWN-VALUE' };
      const reply = await scene.send('reportEvents', { body });
      const { errors = [] } = expectProblem(reply, '400 invalid_input');
      const paths = errors.map(({ path }) => path).toSorted();
      expectThat(paths.join(' ') === '/events /extra', 'both paths are named', paths);
      const isRepeated = JSON.stringify(reply.body).includes('OWN-VALUE');
      expectThat(!isRepeated, 'no value is repeated', reply.body);
    },
  },
  {
    id: 'problem.documented',
    zh: '接口说明以 OpenAPI 3.1 发布',
    en: 'the interface is published as OpenAPI 3.1',
    run: async (scene) => {
      const { status, body } = await scene.client.send<unknown>({
        method: 'GET',
        path: '/openapi.json',
      });
      const { openapi = '', paths = {} } = body as { openapi?: string; paths?: object };
      expectThat(status === 200 && openapi.startsWith('3.1'), 'an OpenAPI document', status);
      const lacking = ['/v1/cases', '/v1/cases/import', '/v1/invitations'].filter(
        (path) => !(path in paths),
      );
      expectThat(lacking.length === 0, 'every call is described', lacking);
    },
  },
];
