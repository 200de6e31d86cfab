/** Capacity units by the service's rounding, per request and as a running total. */
const WRITE_UNIT_BYTES = 1024;
const READ_UNIT_BYTES = 4096;

export const writeUnits = (bytes: number): number =>
  Math.max(1, Math.ceil(bytes / WRITE_UNIT_BYTES));

/** Returns the read units; half of them for an eventually consistent read. */
export const readUnits = (bytes: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / READ_UNIT_BYTES)) * (consistent ? 1 : 0.5);

export type Detail = 'TOTAL' | 'INDEXES';

export type UnitKind = 'Read' | 'Write';

interface Units {
  readonly read: number;
  readonly write: number;
}

/** The units consumed by a table itself and by each of its indexes. */
export interface TableUnits extends Units {
  readonly indexes: Readonly<Record<string, Units>>;
}

export interface Charge {
  readonly table: string;
  /** Absent: the table itself. */
  readonly index?: string;
  readonly read?: number;
  readonly write?: number;
}

interface Account {
  read: number;
  write: number;
}

const addCharge = (account: Account, { read = 0, write = 0 }: Charge): void => {
  account.read += read;
  account.write += write;
};

const sumUnits = ({ read, write }: Account): number => read + write;

class TableAccount {
  readonly own: Account = { read: 0, write: 0 };
  readonly indexes = new Map<string, Account>();

  add(charge: Charge): void {
    if (charge.index === undefined) return addCharge(this.own, charge);
    const account = this.indexes.get(charge.index) ?? { read: 0, write: 0 };
    this.indexes.set(charge.index, account);
    addCharge(account, charge);
  }

  sum(): Account {
    const sum: Account = { ...this.own };
    for (const { read, write } of this.indexes.values()) addCharge(sum, { table: '', read, write });
    return sum;
  }
}

/** Sums up charges per table and index. */
export class Ledger {
  readonly #tables = new Map<string, TableAccount>();

  add(charge: Charge): void {
    const account = this.#tables.get(charge.table) ?? new TableAccount();
    this.#tables.set(charge.table, account);
    account.add(charge);
  }

  totals(): Readonly<Record<string, TableUnits>> {
    return Object.fromEntries(
      [...this.#tables].map(([name, { own, indexes }]) => [
        name,
        {
          ...own,
          indexes: Object.fromEntries([...indexes].map(([index, units]) => [index, { ...units }])),
        },
      ]),
    );
  }

  /** Returns the `ConsumedCapacity` of each table touched. */
  report(detail: Detail, kind?: UnitKind): readonly object[] {
    return [...this.#tables].map(([name, account]) => {
      const summary = Object.assign({ TableName: name }, toCapacity(account.sum(), kind));
      return detail === 'TOTAL' ? summary : Object.assign(summary, perIndex(account, kind));
    });
  }
}

/** Transactions return the units by kind as well; single calls return the plain number only. */
const toCapacity = (account: Account, kind: UnitKind | undefined): object => {
  const units = sumUnits(account);
  const summary = { CapacityUnits: units };
  return kind === undefined ? summary : { ...summary, [`${kind}CapacityUnits`]: units };
};

const perIndex = (account: TableAccount, kind: UnitKind | undefined): object => {
  const Table = toCapacity(account.own, kind);
  if (account.indexes.size === 0) return { Table };
  const indexes = [...account.indexes].map(([name, units]) => [name, toCapacity(units, kind)]);
  return { Table, GlobalSecondaryIndexes: Object.fromEntries(indexes) };
};

/** The charges of one request; each also counts in the engine's total. */
export class Meter {
  readonly #own = new Ledger();
  readonly #engine: Ledger;

  constructor(engine: Ledger) {
    this.#engine = engine;
  }

  charge(charge: Charge): void {
    this.#own.add(charge);
    this.#engine.add(charge);
  }

  report(detail: Detail, kind?: UnitKind): readonly object[] {
    return this.#own.report(detail, kind);
  }
}
