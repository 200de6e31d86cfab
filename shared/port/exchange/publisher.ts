/** A case of which something may have to be reported to the provincial center. */
export interface ReportCall {
  readonly projectNo: string;
  /** Two calls for one case with the same mark within five minutes are delivered once. */
  readonly mark: string;
}

/** Publishes calls to report a case. They arrive in order per case, each at least once. */
export interface ReportPublisher {
  /**
   * Returns the calls that were not accepted, empty when all were; throws when the queue could not
   * be reached.
   */
  call(calls: readonly ReportCall[]): Promise<readonly ReportCall[]>;
}
