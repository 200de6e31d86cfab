import { checkPad } from './key/checks.ts';
import { spendCode } from './key/enrol.ts';
import type { PadDeps, Stop } from './ports.ts';
import type { Database } from './queue/database.ts';
import type { PadIdentity } from './queue/settings.ts';
import { repeat } from './server/repeat.ts';
import type { Session } from './session/host.ts';

interface EnrolmentDeps {
  readonly database: Database;
  readonly deps: PadDeps;
  readonly session: Session;
  /** What this device was until the server revoked it. */
  readonly revoked: PadIdentity | null;
  readonly onEnrolled: (pad: PadIdentity) => void;
}

export interface Enrolment {
  readonly spend: (code: string) => Promise<void>;
  readonly stop: Stop;
}

/** The worker is there some seconds after the page, and a person may change the settings. */
const checkEveryMs = 5000;

/** Runs the checks until a code is spent, and spends it. */
export const startEnrolment = ({
  database,
  deps,
  session,
  revoked,
  onEnrolled,
}: EnrolmentDeps): Enrolment => {
  let wasLost = false;
  session.send({ type: 'unenrolled', isRevoked: revoked !== null });
  const checks = repeat(deps, async () => {
    session.send({ type: 'checked', checks: await checkPad(database, deps) });
    return checkEveryMs;
  });
  checks.now();
  return {
    spend: async (code) => {
      const enrolled = await spendCode(code, { ...deps, database, wasLost, revoked });
      if (enrolled.ok) {
        checks.stop();
        return onEnrolled(enrolled.pad);
      }
      const { phase } = enrolled;
      wasLost = phase === 'lost' || (wasLost && phase !== 'spent');
      session.send({ type: 'enrolment', phase });
    },
    stop: checks.stop,
  };
};
