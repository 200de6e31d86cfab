import { now } from '../../shared/clock.ts';
import type { Env } from '../../shared/env.ts';
import { readCenterAccess } from '../../shared/http/exchange/center-access.ts';
import { centerGateway } from '../../shared/http/exchange/center-gateway.ts';
import { gatewayHttp } from '../../shared/http/message/gateway-http.ts';
import { provinceMessages } from '../../shared/http/message/province-messages.ts';
import { smsGateway } from '../../shared/http/message/sms-gateway.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { MessagePublisher } from '../../shared/port/message/publisher.ts';
import { integratorStore } from '../../shared/store/access/integrator-store.ts';
import { createKeyRing, createTable } from '../../shared/store/clients.ts';
import { centerStore } from '../../shared/store/exchange/center-store.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import type { Table } from '../../shared/store/table.ts';
import { publish } from '../../shared/telemetry.ts';
import { createDossierDeps } from './deps.ts';
import type { envs } from './env.ts';
import { readGatewayKey } from './gateway-key.ts';
import type { SendDeps } from './send.ts';

type Config = Env<typeof envs.send>;

const createPublisher = (
  config: Config,
  table: Table,
  keys: KeyRing,
): MessagePublisher | undefined => {
  const http = gatewayHttp();
  switch (config.MESSAGE_CHANNEL) {
    case 'off':
      return undefined;
    case 'gateway': {
      const key = readGatewayKey({ integrators: integratorStore(table), keys });
      return smsGateway({ url: config.MESSAGE_GATEWAY_URL, now, http, key });
    }
    case 'province': {
      const access = readCenterAccess(centerStore(table), keys);
      return provinceMessages(centerGateway({ url: config.CENTER_URL, now, http, access }));
    }
    default:
      return config.MESSAGE_CHANNEL satisfies never;
  }
};

export const createSendDeps = (config: Config): SendDeps => {
  const table = createTable(config);
  const keys = createKeyRing(table, config);
  return {
    ...createDossierDeps(table),
    publish,
    keys,
    rulebook: createRulebook(table, now),
    publisher: createPublisher(config, table, keys),
    signature: config.MESSAGE_SIGNATURE,
    publicUrl: config.PUBLIC_URL.replace(/\/$/, ''),
  };
};
