/**
 * Does the same for each, at most `width` at a time, and waits for all of them: what can be done is
 * done, whatever else fails. Answers in the order of `all`.
 * @throws the one failure, or an AggregateError of them
 */
export const abreast = async <T, R>(
  all: readonly T[],
  width: number,
  work: (one: T) => Promise<R>,
): Promise<readonly R[]> => {
  const answers: R[] = Array.from({ length: all.length });
  const failures: unknown[] = [];
  const queue = all.entries();
  const worker = async (): Promise<void> => {
    for (const [index, one] of queue) {
      try {
        answers[index] = await work(one);
      } catch (fault) {
        failures.push(fault);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, all.length) }, worker));
  if (failures.length === 1) throw failures[0];
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} failed`);
  return answers;
};
