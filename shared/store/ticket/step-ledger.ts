import type { StepLedger } from '../../port/ticket/step-ledger.ts';
import { wholeList } from '../items.ts';
import { stepsOn } from '../keys.ts';
import type { Table } from '../table.ts';
import { storedStep } from './step-schema.ts';

export const stepLedger = (table: Table): StepLedger => ({
  takenOn: (day) => wholeList(table, storedStep, { listPk: stepsOn(day) }),
});
