/** Returns the result of `work`, or `late` when it has not settled after `ms` of real time. */
export const withinMs = async <T, const Late>(
  ms: number,
  work: Promise<T>,
  late: Late,
): Promise<T | Late> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<Late>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
};
