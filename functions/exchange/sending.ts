import type {
  CaseDossier,
  OutboxEntry,
  ReportRecord,
} from '../../shared/domain/exchange/case-report.ts';
import type { CenterHealth } from '../../shared/domain/exchange/center-health.ts';
import type { WantedRecord } from '../../shared/domain/exchange/plan.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { CenterGateway } from '../../shared/port/exchange/center-gateway.ts';
import type { CenterAccess, CenterStore } from '../../shared/port/exchange/center-store.ts';
import type { CaseDossierDeps } from './record/case-dossier.ts';
import type { SendRecordDeps } from './record/send-record.ts';

export interface SendDeps extends SendRecordDeps, CaseDossierDeps {
  readonly center: Pick<CenterStore, 'standing' | 'saveHealth'>;
  readonly gatewayOf: (access: CenterAccess | undefined) => CenterGateway;
  /**
   * Returns a random number from 0 to 1, which spreads the retries of cases that failed together.
   */
  readonly chance: () => number;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

/** A case being reported: its stored records and the center's answers so far. */
export interface CaseSending {
  readonly file: CaseDossier;
  readonly outbox: OutboxEntry | undefined;
  readonly health: CenterHealth;
  readonly gateway: CenterGateway;
  readonly begunAt: Instant;
  readonly wanted: readonly WantedRecord[];
  records: readonly ReportRecord[];
  readonly tried: Set<string>;
}
