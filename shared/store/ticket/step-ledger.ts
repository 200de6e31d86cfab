import type { Step } from '../../domain/ticket/step/step.ts';
import type { StepLedger } from '../../port/ticket/step-ledger.ts';
import { wholeList } from '../items.ts';
import { stepsOn } from '../keys.ts';
import type { Table } from '../table.ts';

export const stepLedger = (table: Table): StepLedger => ({
  takenOn: (day) => wholeList<Step>(table, { listPk: stepsOn(day) }),
});
