import { firstIssuer, lastIssuer } from '../../shared/domain/access/issuer.ts';
import type { IssuerHolder } from '../../shared/domain/access/issuer.ts';
import type { IssuerStore } from '../../shared/port/access/issuer-store.ts';
import { maybeCopyOf } from './memory.ts';
import type { Memory } from './memory.ts';

const isOf =
  ({ of, id }: IssuerHolder) =>
  ([, holder]: readonly [number, IssuerHolder]): boolean =>
    holder.of === of && holder.id === id;

export const fakeIssuerStore = (memory: Memory): IssuerStore => {
  const holders = new Map<number, IssuerHolder>();
  return {
    async numberOf(holder) {
      await memory.turn();
      const [known] = [...holders].find(isOf(holder)) ?? [];
      if (known !== undefined) return known;
      const number = firstIssuer + holders.size;
      if (number > lastIssuer) throw new Error('every issuer number is given');
      holders.set(number, { of: holder.of, id: holder.id });
      return number;
    },
    async holderOf(number) {
      await memory.turn();
      return maybeCopyOf(holders.get(number));
    },
  };
};
