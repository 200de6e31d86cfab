/**
 * Replaces `Date` so that unmodified code sees the steered time. A proxy and not a subclass: dates
 * made by the platform (file times, cloned messages) stay `instanceof Date`.
 */
export const installSteeredDate = (now: () => number): void => {
  const RealDate = Date;
  const SteeredDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as object,
    get: (target, name, receiver) =>
      name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown),
  });
  RealDate.prototype.constructor = SteeredDate;
  globalThis.Date = SteeredDate;
};
