/**
 * Returns a `Date` with the engine's time. It is a proxy and not a subclass, so that dates created
 * by the platform (file times, cloned messages) stay `instanceof Date`.
 */
const steeredDate = (now: () => number): DateConstructor => {
  const RealDate = Date;
  return new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as object,
    get: (target, name, receiver) =>
      name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown),
  });
};

/**
 * For code that shares its thread: the dates that it creates have this `Date` as their constructor,
 * all others the real one.
 */
export const ownSteeredDate = (now: () => number): DateConstructor => {
  class OwnDate extends Date {}
  const steered: DateConstructor = new Proxy(steeredDate(now), {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given, newTarget === steered ? OwnDate : newTarget) as object,
  });
  OwnDate.prototype.constructor = steered;
  return steered;
};

/** For a thread of its own: all of its unmodified code sees the engine's time. */
export const installSteeredDate = (now: () => number): void => {
  const RealDate = Date;
  const SteeredDate = steeredDate(now);
  RealDate.prototype.constructor = SteeredDate;
  globalThis.Date = SteeredDate;
};
