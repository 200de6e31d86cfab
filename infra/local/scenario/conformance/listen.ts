import { writeFile } from 'node:fs/promises';

import { IntegratorAdmitted } from '../../../../events/access/integrator-view.ts';
import { localToken } from '../../client/local-token.ts';
import { loopClient } from '../../client/loop-client.ts';
import type { SigningKey } from '../../client/loop-client.ts';
import { expectBody } from '../demo/expectation.ts';
import { certificateOf } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { judgeClient } from './duties.ts';
import { lossesOfReports } from './loss-plan.ts';
import type { RecordedCall } from './recording.ts';
import { openWitness } from './witness.ts';
import type { SeenCall } from './witness.ts';

/** A city for an integrator's client to be tried against. */
export interface MockCity {
  readonly url: string;
  readonly key: SigningKey;
  certificate(): Certificate;
  /** Every call so far, as `--replay` reads it. */
  record(path: string): Promise<void>;
  stop(): Promise<void>;
}

/** A new key of a local instance, whose accounts need no password. */
export const admitIntegrator = async (url: string): Promise<SigningKey> => {
  const admin = loopClient(url).bearer(await localToken(url, 'sysadmin'));
  const admission = { name: '对接测试 · conformance', may: ['cases', 'invitations'] };
  const reply = await admin.post('/v1/integrators', admission);
  const { accessKey, secret } = expectBody(reply, 201, IntegratorAdmitted);
  return { accessKey, secret };
};

const toRecordedCall = ({ spoilt: _spoilt, answer, status, ...call }: SeenCall): RecordedCall => {
  const code = status >= 400 ? (answer as { code?: string } | undefined)?.code : undefined;
  return { ...call, expect: { status, ...(code === undefined ? {} : { code }) } };
};

export interface MockCityOptions {
  /** The service that answers behind the witness. */
  readonly upstream: string;
  readonly port: number;
  readonly key: SigningKey;
  readonly kit: string;
}

/** A real service, with a witness before it that loses an answer and is busy once. */
export const openMockCity = async (options: MockCityOptions): Promise<MockCity> => {
  const { upstream, port, key, kit } = options;
  const certificate = (): Certificate => {
    const subject = {
      side: 'integrator',
      url: witness.url,
      accessKey: key.accessKey,
      kit,
    } as const;
    return certificateOf({ ...subject, at: new Date() }, judgeClient(witness.seen));
  };
  const witness = await openWitness({
    upstream,
    port,
    losses: lossesOfReports(),
    report: () => certificate(),
  });
  return {
    url: witness.url,
    key,
    certificate,
    record: (path) => {
      const calls = witness.seen.filter(({ spoilt }) => spoilt === undefined);
      return writeFile(
        path,
        calls.map((call) => `${JSON.stringify(toRecordedCall(call))}\n`).join(''),
      );
    },
    stop: () => witness.stop(),
  };
};
