import { isChange, isRate } from './view.ts';
import type { Cell, ChangeCell, RateCell } from './view.ts';

/** The printed text of a cell. */
export interface CellWords {
  readonly main: string;
  /** Numerator and denominator of a rate. */
  readonly detail?: string;
}

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const share = new Intl.NumberFormat('en-US', { style: 'percent', minimumFractionDigits: 2 });
const points = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const dash = '—';

const rateWords = ({ value, numerator, denominator, form, rank }: RateCell): CellWords => {
  const place = rank === undefined || rank === null ? '' : ` (${rank})`;
  const formatRate = (of: number): string => (form === 'percent' ? share : points).format(of);
  return {
    main: value === null ? dash : `${formatRate(value)}${place}`,
    detail: `${whole.format(numerator)}/${whole.format(denominator)}`,
  };
};

const changeWords = ({ change, form }: ChangeCell): CellWords => {
  if (change === null) return { main: dash };
  const amount = (form === 'points' ? points : whole).format(Math.abs(change));
  if (change === 0) return { main: amount };
  return { main: `${change > 0 ? '+' : '−'}${amount}` };
};

export const cellWords = (cell: Cell): CellWords => {
  if (cell === null) return { main: dash };
  if (typeof cell === 'string') return { main: cell };
  if (typeof cell === 'number') return { main: whole.format(cell) };
  if (isRate(cell)) return rateWords(cell);
  return isChange(cell) ? changeWords(cell) : { main: dash };
};

/** Returns the label of a bar or a point of a chart. */
export const valueWords = (cell: Cell | undefined): string => {
  if (cell === undefined || cell === null) return dash;
  return isRate(cell) ? rateWords({ ...cell, rank: null }).main : cellWords(cell).main;
};
