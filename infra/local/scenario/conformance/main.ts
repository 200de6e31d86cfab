/** `npm run conform`: checks a service, or the client of an integrator, against the contract. */
import { once } from 'node:events';
import { parseArgs } from 'node:util';

import packageJson from '../../../../package.json' with { type: 'json' };
import { accessOf, requireAccess } from '../../client/credentials.ts';
import type { Access } from '../../client/credentials.ts';
import { faultWords, Misused } from '../../client/fault-words.ts';
import { openLine } from '../../client/open-line.ts';
import { findInstance } from '../instance.ts';
import { createCertificate, verdictWords, writeCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { serviceChecks } from './check/all.table.ts';
import { runChecks } from './check/check.ts';
import { admitIntegrator, openMockCity } from './listen.ts';
import { replay } from './replay.ts';
import { openScene } from './scene.ts';
import type { Verdict } from './verdict.ts';

const usage = `用法 · usage: npm run conform -- --base-url <url> --key <access key> --secret <secret>
  （无其他选项 · nothing else）  检查服务端，会写入测试办件 · checks the service; writes cases of its own;
                                密钥须有 cases、invitations 权限，范围含越城区（330602）与 qr 渠道 · the key
                                needs the rights cases and invitations, the area 330602 and the channel qr
  --replay <file.jsonl>         重放录制的调用 · makes recorded calls again
  --listen <port>               作为测试城市检查接入系统 · stands as a city and checks your client;
                                without --base-url with an instance of its own
    --record <file.jsonl>       录制所见的调用 · records the calls it sees
  --out <folder>                证明的位置 · where the certificate goes; default: .local/conformance
  HCP_BASE_URL、HCP_KEY、HCP_SECRET 可代替前三项 · may stand for the first three
退出码 · exit: 0 符合 · conforms; 1 不符合 · does not; 2 未能检查 · nothing was judged`;

const marks = { passed: '✓', failed: '✗', not_shown: '–' } as const;

const printVerdict = ({ id, zh, en, outcome, because }: Verdict): void => {
  console.log(
    `${marks[outcome]} ${id}  ${zh} · ${en}${because === undefined ? '' : `\n    ${because}`}`,
  );
};

const reportCertificate = async (certificate: Certificate, out: string): Promise<number> => {
  const paths = await writeCertificate(certificate, out);
  const { passed, failed, not_shown: notShown } = certificate.counts;
  console.log(verdictWords(certificate));
  console.log(`${passed} ✓ · ${failed} ✗ · ${notShown} – → ${paths.join(', ')}`);
  return certificate.conforms ? 0 : 1;
};

const checkService = async (access: Access, out: string): Promise<number> => {
  const { url, key } = access;
  const { client, now } = await openLine(access);
  const scene = openScene(client, key, now);
  const verdicts = await runChecks(serviceChecks, scene, printVerdict);
  const subject = { side: 'service', url, accessKey: key.accessKey } as const;
  const certificate = createCertificate(
    { ...subject, kit: packageJson.version, at: new Date() },
    verdicts,
  );
  return reportCertificate(certificate, out);
};

const replayFile = async (access: Access, path: string): Promise<number> => {
  const { client } = await openLine(access);
  let calls = 0;
  let differs = 0;
  for await (const { line, call, status, code, asExpected } of replay(path, client, access.key)) {
    calls += 1;
    differs += asExpected ? 0 : 1;
    const expected = asExpected ? '' : ` ≠ ${JSON.stringify(call.expect)}`;
    console.log(
      `${asExpected ? '✓' : '✗'} ${line} ${call.method} ${call.path} ${status} ${code ?? ''}${expected}`,
    );
  }
  if (calls === 0) throw new Misused(`${path}: 没有录制的调用 · holds no calls`);
  return differs === 0 ? 0 : 1;
};

interface Listening {
  readonly port: number;
  readonly out: string;
  readonly record: string | undefined;
}

const runMockCity = async (access: Access | undefined, listening: Listening): Promise<number> => {
  const own = access && { url: access.url, close: () => Promise.resolve() };
  const instance = own ?? (await findInstance(undefined, (line) => console.log(line)));
  try {
    const upstream = instance.url.replace(/\/+$/, '');
    const key = access?.key ?? (await admitIntegrator(upstream));
    const { port, out, record } = listening;
    const city = await openMockCity({ upstream, port, key, kit: packageJson.version });
    console.log(
      `测试城市 · the city: ${city.url}\naccess key ${key.accessKey}\nsecret ${key.secret}`,
    );
    console.log(
      `${city.url}/_conform 当前结果 · the verdict so far; Ctrl-C 结束并出具证明 · ends and certifies`,
    );
    await once(process, 'SIGINT');
    if (record !== undefined) await city.record(record);
    const certificate = city.certificate();
    await city.stop();
    for (const verdict of certificate.checks) printVerdict(verdict);
    return await reportCertificate(certificate, out);
  } finally {
    await instance.close();
  }
};

const portOf = (text: string): number => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Misused('--listen 须为 0–65535 的端口 · must be a port, 0 to 65535');
};

const runConform = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      'base-url': { type: 'string' },
      key: { type: 'string' },
      secret: { type: 'string' },
      replay: { type: 'string' },
      listen: { type: 'string' },
      record: { type: 'string' },
      out: { type: 'string', default: '.local/conformance' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const { out, record } = values;
  if (values.listen !== undefined) {
    const access = accessOf(values, process.env);
    return runMockCity(access, { port: portOf(values.listen), out, record });
  }
  const access = requireAccess(values, process.env);
  return values.replay === undefined
    ? checkService(access, out)
    : replayFile(access, values.replay);
};

try {
  process.exitCode = await runConform();
} catch (fault) {
  console.error(faultWords(fault));
  process.exitCode = 2;
}
