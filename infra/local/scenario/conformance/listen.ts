import { writeFile } from 'node:fs/promises';

import { IntegratorAdmitted } from '../../../../events/access/integrator-view.ts';
import { localToken } from '../../client/local-token.ts';
import { loopClient } from '../../client/loop-client.ts';
import type { SigningKey } from '../../client/loop-client.ts';
import { wholeCity } from '../../client/two-persons.ts';
import { openPlayer } from '../player/player.ts';
import { playByTwo } from '../player/two-persons.ts';
import { createCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { judgeClient } from './duties.ts';
import { createLossPlan } from './loss-plan.ts';
import type { RecordedCall } from './recording.ts';
import { openWitness } from './witness.ts';
import type { SeenCall } from './witness.ts';

/** A city that tests the client of an integrator. */
export interface MockCity {
  readonly url: string;
  readonly key: SigningKey;
  certificate(): Certificate;
  /** Writes all calls so far in the format of `--replay`. */
  record(path: string): Promise<void>;
  stop(): Promise<void>;
}

/** Makes a new key on a local instance, whose accounts have no passwords. */
export const admitIntegrator = (url: string): Promise<SigningKey> => {
  const tokenOf = (account: string): Promise<string> => localToken(url, account);
  const player = openPlayer({ client: loopClient(url), tokenOf });
  const body = {
    name: '对接测试 · conformance',
    may: ['cases', 'invitations'],
    scope: wholeCity,
  };
  const given = { by: 'sysadmin', and: 'sysadmin-2', body };
  return playByTwo(player, 'admitIntegrator', { given, result: IntegratorAdmitted });
};

const toRecordedCall = ({
  disturbed: _disturbed,
  answer,
  status,
  ...call
}: SeenCall): RecordedCall => {
  const code = status >= 400 ? (answer as { code?: string } | undefined)?.code : undefined;
  return { ...call, expect: { status, ...(code === undefined ? {} : { code }) } };
};

export interface MockCityOptions {
  /** The service behind the witness. */
  readonly upstream: string;
  readonly port: number;
  readonly key: SigningKey;
  readonly kit: string;
}

/** A real service behind a witness that loses one answer and refuses one call as busy. */
export const openMockCity = async (options: MockCityOptions): Promise<MockCity> => {
  const { upstream, port, key, kit } = options;
  const certificate = (): Certificate => {
    const subject = {
      side: 'integrator',
      url: witness.url,
      accessKey: key.accessKey,
      kit,
    } as const;
    return createCertificate({ ...subject, at: new Date() }, judgeClient(witness.seen));
  };
  const witness = await openWitness({
    upstream,
    port,
    losses: createLossPlan(),
    report: () => certificate(),
  });
  return {
    url: witness.url,
    key,
    certificate,
    record: (path) => {
      const calls = witness.seen.filter(({ disturbed }) => disturbed === undefined);
      return writeFile(
        path,
        calls.map((call) => `${JSON.stringify(toRecordedCall(call))}\n`).join(''),
      );
    },
    stop: () => witness.stop(),
  };
};
