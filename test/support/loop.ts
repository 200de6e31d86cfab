import { localTokens } from '../../infra/local/client/local-token.ts';
import { loopClient } from '../../infra/local/client/loop-client.ts';
import type { Caller, LoopClient, SigningKey } from '../../infra/local/client/loop-client.ts';
import { confirmProposed, wholeCity } from '../../infra/local/client/two-persons.ts';
import { frozenClock } from '../../infra/local/engine/clock.ts';
import type { SteerableClock } from '../../infra/local/engine/clock.ts';
import type { HostKind } from '../../infra/local/runtime/function-host/function-hosts.ts';
import type { LogEntry } from '../../infra/local/runtime/function-host/log-sink.ts';
import { townAccounts } from '../../infra/local/scenario/town/accounts.ts';
import { ensureAssembly } from '../../infra/local/system/assembly.ts';
import { bootLoop } from '../../infra/local/system/boot-loop.ts';
import type { LocalSystem } from '../../infra/local/system/local-system.ts';
import type { IntegratorRight } from '../../shared/domain/access/integrator.ts';
import type { IntegratorScope } from '../../shared/domain/access/scope.ts';

/** The synthesized template, booted, with all clients that a test of the whole loop uses. */
export interface Loop {
  readonly system: LocalSystem;
  readonly clock: SteerableClock;
  readonly client: LoopClient;
  /** The log entries of the functions and the runtime. */
  readonly log: readonly LogEntry[];
  staff(account: string): Promise<Caller>;
  /** A new integrator for the whole city; by default it reports and invites. */
  integrator(
    may?: readonly IntegratorRight[],
    scope?: Partial<IntegratorScope>,
  ): Promise<{ readonly key: SigningKey; readonly calls: Caller }>;
  stop(): Promise<void>;
}

/** A Monday morning in Shanghai, far from any holiday. */
export const mondayMorning = Date.parse('2026-11-16T01:00:00.000Z');

export interface LoopOptions {
  readonly dataDir?: string;
  readonly at?: number;
  /** By default a fixed clock at `at`; the caller stops a given one. */
  readonly clock?: SteerableClock;
  /** Variables of every function, in addition to those of the template. */
  readonly variables?: Readonly<Record<string, string>>;
  /** How residents get messages; default: not at all. */
  readonly messages?: 'gateway' | 'province';
  /** Default: `inProcess`. */
  readonly host?: HostKind;
  /** Whether the client calls the API without a socket; default: over HTTP. */
  readonly isDirect?: boolean;
}

export const startLoop = async ({
  dataDir = ':memory:',
  at = mondayMorning,
  clock = frozenClock(at),
  variables = {},
  host = 'inProcess',
  isDirect = false,
  messages,
}: LoopOptions = {}): Promise<Loop> => {
  const log: LogEntry[] = [];
  const system = await bootLoop({
    assembly: await ensureAssembly(),
    dataDir,
    clock,
    accounts: townAccounts,
    variables,
    host,
    messages,
    log: (entry) => log.push(entry),
  });
  const now = (): number => clock.now();
  const client = loopClient(system.url, { now, ...(isDirect && { fetch: system.fetch }) });
  const tokenOf = localTokens(system.url, now);
  const staff = async (account: string): Promise<Caller> => client.bearer(await tokenOf(account));
  return {
    system,
    clock,
    client,
    log,
    staff,
    async integrator(may = ['cases', 'invitations'], scope = {}) {
      const admin = await staff('sysadmin');
      const proposed = await admin.post('/v1/integrators', {
        name: '测试系统',
        may,
        scope: { ...wholeCity, ...scope },
      });
      const { body } = await confirmProposed<SigningKey>(await staff('sysadmin-2'), proposed);
      return { key: body, calls: client.signed(body) };
    },
    stop: () => system.stop(),
  };
};
