/** One line of the results: what was measured, what it is to reach, and what it came to. */
export interface Finding {
  readonly what: string;
  readonly reach: string;
  readonly measured: string;
}

/** Two figures that mean something: more would be noise of the machine. */
export const rounded = (value: number): string => {
  const magnitude = Math.abs(value);
  if (magnitude >= 100) return value.toFixed(0);
  return value.toFixed(magnitude >= 10 ? 1 : 2);
};

export interface Amount {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost: number;
  /** Said behind the number, as the wall time beside the processor's. */
  readonly beside?: string;
}

/** An amount beside its goal, and as a multiple of it: that survives a change of the machine. */
export const against = ({ what, value, unit, atMost, beside }: Amount): Finding => ({
  what,
  reach: `≤ ${Number(rounded(atMost))} ${unit}`,
  measured: [`${rounded(value)} ${unit} (${rounded(value / atMost)} × the goal)`, beside]
    .filter((part) => part !== undefined)
    .join(', '),
});
