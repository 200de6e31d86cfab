import { now } from '../../shared/clock.ts';
import type { Env, KeyEnv, StaffEnv } from '../../shared/env.ts';
import type { PadDeps } from '../../shared/http/pad/pad-call.ts';
import { createListedHalls } from '../../shared/listed-halls.ts';
import { issuerStore } from '../../shared/store/access/issuer-store.ts';
import { replayGuard } from '../../shared/store/access/replay-guard.ts';
import { createRootKeyRing, createKeyRing, createTable } from '../../shared/store/clients.ts';
import { noticeStore } from '../../shared/store/notice/store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { pressStore } from '../../shared/store/pad/press-store.ts';
import { padStore } from '../../shared/store/pad/store.ts';
import { createProposeDeps } from '../access/propose-deps.ts';
import { createRatingDeps, createShownDeps } from '../rating/deps.ts';
import type { CollectDeps } from './collect.ts';
import type { EnrolDeps } from './enrol.ts';
import type { envs } from './env.ts';
import type { HeartbeatDeps } from './health/heartbeat.ts';
import type { ListPadsDeps } from './list.ts';
import type { RegistrationDeps } from './register.ts';
import type { CurrentDeps } from './screen/current.ts';
import type { OwnDeps } from './screen/me.ts';

type KeyConfig = Env<typeof KeyEnv>;

const createPadDeps = (config: KeyConfig): PadDeps => {
  const table = createTable(config);
  return {
    now,
    keys: createKeyRing(table, config),
    replay: replayGuard(table),
    pads: padStore(table),
  };
};

/**
 * Builds the dependencies of the pads. An enrolment may be the first call in a new system, so it
 * creates the first data key.
 */
export const createPadCallDeps = (
  config: Env<typeof envs.pad>,
): CurrentDeps & EnrolDeps & HeartbeatDeps & OwnDeps => ({
  ...createShownDeps(config),
  ...createPadDeps(config),
  notices: noticeStore(createTable(config)),
  halls: createListedHalls(registerStore(createTable(config)), now),
  publicUrl: config.PUBLIC_URL.replace(/\/$/, ''),
  privacy: { unit: config.OPERATOR_NAME || undefined, phone: config.OPERATOR_PHONE },
  issuers: issuerStore(createTable(config)),
  keys: createRootKeyRing(createTable(config), config),
});

export const createCollectDeps = (config: KeyConfig): CollectDeps => ({
  ...createRatingDeps(config),
  ...createPadDeps(config),
  issuers: issuerStore(createTable(config)),
  presses: pressStore(createTable(config)),
  notices: noticeStore(createTable(config)),
});

/** Builds the dependencies of every function for hall administrators. */
export const createPadAdminDeps = (
  config: Env<typeof StaffEnv>,
): RegistrationDeps & ListPadsDeps => {
  const table = createTable(config);
  return {
    ...createProposeDeps(table),
    pads: padStore(table),
    registers: registerStore(table),
    places: createPlaces(table, now),
  };
};
