import type { Arrived, Evidence } from '../../domain/evidence/evidence.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** How a browser or a program uploads one file: one PUT with exactly these headers. */
export interface Upload {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Instant;
}

export interface Download {
  readonly url: string;
  readonly expiresAt: Instant;
}

export interface TicketFiles {
  /** Returns the files that were announced for a ticket, whether they became part of an action or not. */
  ofTicket(ticketId: string): Promise<readonly Evidence[]>;
}

/**
 * Stores announced files and where their bytes are. The bytes never pass through a Lambda function.
 */
export interface EvidenceStore extends TicketFiles {
  /** Stores the announcement once. Returns the stored one, which is the first of several. */
  offer(evidence: Evidence): Promise<Evidence>;
  find(id: string): Promise<Evidence | undefined>;
  /** Saves `next` against the previous version. */
  save(next: Evidence): Promise<'saved' | 'conflict'>;
  /**
   * Returns a presigned URL that accepts exactly this file, by type, size and digest, for some
   * minutes from `at`. The same bytes may be uploaded again; S3 refuses other bytes.
   */
  upload(evidence: Evidence, at: Instant): Promise<Upload>;
  /** Returns what was uploaded; undefined when nothing was. */
  arrived(evidence: Evidence): Promise<Arrived | undefined>;
  /**
   * Returns a presigned URL for the file as an attachment of that name, for some minutes from `at`.
   */
  download(evidence: Evidence, given: { name: string; at: Instant }): Promise<Download>;
}
