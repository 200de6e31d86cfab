const PATTERN =
  /^P(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?(?:T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+(?:\.\d{1,3})?)S)?)?$/u;

const UNIT_MS = {
  weeks: 604_800_000,
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
} as const;

/**
 * Returns the milliseconds of an ISO 8601 duration such as `P3D` or `PT2H30M`. Undefined for
 * anything else, and for years and months, which have no fixed length.
 */
export const parseDuration = (text: string): number | undefined => {
  const parts = PATTERN.exec(text)?.groups;
  if (!parts || !/\d/u.test(text) || text.endsWith('T')) return undefined;
  return Object.entries(UNIT_MS).reduce(
    (sum, [unit, ms]) => sum + Math.round(Number(parts[unit] ?? 0) * ms),
    0,
  );
};
