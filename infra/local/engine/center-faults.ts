/** Faults of the simulated provincial center and of the way to it; a number is of its next calls. */
export interface CenterFaults {
  /** No connection, until it is taken back. */
  down?: boolean;
  /** Done, but the connection is cut before the answer. */
  timeoutAfterCommit?: number;
  /** Answered with that code, and not done. */
  refuse?: { readonly code: string; readonly times: number };
  /** Done, but answered as if it had been done before. */
  duplicateAnswer?: number;
  /** Answered with 200 and a page of somebody else's, and not done. */
  garbage?: number;
  /** Answered with 500, and not done. */
  status500?: number;
  /** Every answer comes so much later, in real time. */
  slowMs?: number;
  /** The next editions of a period are sent back for a change. */
  requestChange?: { readonly reason: string; readonly times: number };
}
