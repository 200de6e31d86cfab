/**
 * The faults of the simulated provincial center and of the connection to it. A number counts the
 * next calls that it affects.
 */
export interface CenterFaults {
  /** No connection until the fault is removed. */
  down?: boolean;
  /** The call is carried out, but the connection is closed before the response. */
  timeoutAfterCommit?: number;
  /** The call is answered with this code and not carried out. */
  refuse?: { readonly code: string; readonly times: number };
  /** The call is carried out, but answered as if it were a repeat. */
  duplicateAnswer?: number;
  /** The call is answered with status 200 and an unrelated page, and not carried out. */
  garbage?: number;
  /** The call is answered with status 500 and not carried out. */
  status500?: number;
  /** Every response is delayed by this many milliseconds of real time. */
  slowMs?: number;
  /** The next editions of a period are returned with a request for changes. */
  requestChange?: { readonly reason: string; readonly times: number };
}
