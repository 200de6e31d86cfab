import type { Database } from '../../engine/database.ts';
import type { Faults } from '../../engine/model.ts';
import type { Access } from './access.ts';
import type { Book } from './book.ts';
import type { PeriodShelf } from './period-shelf.ts';

/** Shared by all parts of the simulated center. */
export interface CenterParts {
  readonly database: Database;
  readonly book: Book;
  readonly periods: PeriodShelf;
  readonly access: Access;
  readonly faults: Faults;
  /** Epoch milliseconds of the engine. */
  readonly now: () => number;
}
