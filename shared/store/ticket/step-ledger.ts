import type { Step } from '../../domain/ticket/step/step.ts';
import type { StepBook } from '../../port/ticket/step-ledger.ts';
import { wholeList } from '../items.ts';
import { stepsOn } from '../period/keys.ts';
import type { Table } from '../table.ts';

export const stepBook = (table: Table): StepBook => ({
  takenOn: (day) => wholeList<Step>(table, { listPk: stepsOn(day) }),
});
