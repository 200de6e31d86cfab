import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { keepRegister } from './register.ts';

const { CLAIM_PREFIX: claimPrefix, ...config } = configOf('oversight-register');
export const handler = httpEdge(
  keepRegister({ now, registers: registerStore(openTable(config)), claimPrefix }),
);
