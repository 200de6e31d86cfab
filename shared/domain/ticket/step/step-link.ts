/** What the next step of a chain needs from the previous one. */
export interface StepLink {
  readonly number: number;
  readonly hash: string;
}
