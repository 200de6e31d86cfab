/**
 * A `Date` that shows the steered time. A proxy and not a subclass: dates made by the platform (file
 * times, cloned messages) stay `instanceof Date`.
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
 * For code that shares its thread: the dates it makes find this `Date` as their constructor, those of
 * everybody else find the real one.
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

/** For a thread of its own: all of its code sees the steered time, unmodified. */
export const installSteeredDate = (now: () => number): void => {
  const RealDate = Date;
  const SteeredDate = steeredDate(now);
  RealDate.prototype.constructor = SteeredDate;
  globalThis.Date = SteeredDate;
};
