/**
 * Where an enrolment is. The code can be spent once, so that each way in which it can end has a word
 * of its own.
 */
export type EnrolPhase =
  /** The checks run. */
  | 'checking'
  /** A check failed that the pad cannot work without; no code can be entered. */
  | 'unfit'
  /** The code can be entered. */
  | 'ready'
  | 'spending'
  /** Too short to be one; it was not sent. */
  | 'not_a_code'
  /** The server does not know it, or it is used or expired. */
  | 'refused'
  /** The device holds ratings of its own pad, and the code is for another: it is not spent. */
  | 'other_pad'
  /** The server could not be reached, or said to come again: the code is not spent. */
  | 'unreachable'
  /** No answer came: the code may be spent. Entering it once more is safe. */
  | 'lost'
  /** It was lost and is refused now: this pad has spent it, and a new one is needed. */
  | 'spent'
  /** The key arrived and could not be stored: a new code is needed. */
  | 'key_lost';
