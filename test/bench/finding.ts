/** One line of the results: what was measured, its goal, and the measured value. */
export interface Finding {
  readonly what: string;
  readonly reach: string;
  readonly measured: string;
}

/** Two significant figures: more would be noise. */
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
  /** Shown after the number, e.g. the elapsed time after the CPU time. */
  readonly beside?: string;
}

/** An amount with its goal, and as a multiple of the goal, which is comparable between machines. */
export const against = ({ what, value, unit, atMost, beside }: Amount): Finding => ({
  what,
  reach: `≤ ${Number(rounded(atMost))} ${unit}`,
  measured: [`${rounded(value)} ${unit} (${rounded(value / atMost)} × the goal)`, beside]
    .filter((part) => part !== undefined)
    .join(', '),
});
