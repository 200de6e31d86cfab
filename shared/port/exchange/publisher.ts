/** A case about which the provincial center may have to be told something. */
export interface ReportCall {
  readonly projectNo: string;
  /** Two calls of one case with the same mark, within five minutes, arrive once. */
  readonly mark: string;
}

/** Where calls to report a case go. They arrive one after the other per case, each at least once. */
export interface ReportPublisher {
  /** Answers the calls that were not taken, empty when all were; throws when nobody could be asked. */
  call(calls: readonly ReportCall[]): Promise<readonly ReportCall[]>;
}
