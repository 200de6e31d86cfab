import type { Arrived, Evidence } from '../../domain/evidence/evidence.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** How a browser or a program puts one file where it belongs: one PUT with exactly these headers. */
export interface Upload {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Instant;
}

export interface Download {
  readonly url: string;
  readonly expiresAt: Instant;
}

/** Announced files and where their bytes lie. The bytes never pass through a function of ours. */
export interface EvidenceStore {
  /** Keeps the announcement once; answers the one that is kept, the first of several. */
  offer(evidence: Evidence): Promise<Evidence>;
  find(id: string): Promise<Evidence | undefined>;
  /** Saves `next` against the version before it. */
  save(next: Evidence): Promise<'saved' | 'conflict'>;
  /**
   * An address that takes this very file, by type, size and digest, for some minutes from `at`. The
   * same bytes may be put again; other bytes are refused by the object store.
   */
  upload(evidence: Evidence, at: Instant): Promise<Upload>;
  /** What was uploaded; undefined when nothing was. */
  arrived(evidence: Evidence): Promise<Arrived | undefined>;
  /** An address that gives the file as an attachment of that name, for some minutes from `at`. */
  download(evidence: Evidence, given: { name: string; at: Instant }): Promise<Download>;
}
