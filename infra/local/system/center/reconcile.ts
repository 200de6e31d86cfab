/** 对账: the records of one day that the center holds; ratings and steps by their own time. */
import type { Book } from './book.ts';
import { numberOf, textOf } from './field.ts';
import type { Body } from './field.ts';
import { replyDone, replyWith } from './said.ts';
import type { Said } from './said.ts';

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

const countEqualRows = <Row extends object>(
  rows: readonly Row[],
): readonly (Row & { count: number })[] =>
  [...Map.groupBy(rows, (row) => JSON.stringify(row)).values()].flatMap((same) =>
    same[0] ? [{ ...same[0], count: same.length }] : [],
  );

const bucketOf = (body: Body) => ({
  deptCode: textOf(body, 'deptCode'),
  satisfaction: textOf(body, 'satisfaction'),
  pf: textOf(body, 'pf'),
  assessNumber: numberOf(body, 'assessNumber'),
});

/** `{day}` → counts by department, level, channel and first or second rating. */
export const countsOf = (book: Book, body: Body): Said => {
  const day = textOf(body, 'day');
  if (!dayForm.test(day)) return replyWith('1004', 'day');
  const steps = book.onDay('step', day).map((one) => ({ deptCode: textOf(one.body, 'deptCode') }));
  return replyDone({
    rows: countEqualRows(book.onDay('rating', day).map((one) => bucketOf(one.body))),
    steps: countEqualRows(steps),
  });
};

const ratedOf = (body: Body) => ({
  projectNo: textOf(body, 'projectNo'),
  serviceNumber: numberOf(body, 'serviceNumber'),
  assessNumber: numberOf(body, 'assessNumber'),
  satisfaction: textOf(body, 'satisfaction'),
  assessTime: textOf(body, 'assessTime'),
});

const stepOf = (body: Body) => ({
  caseCode: textOf(body, 'caseCode'),
  stepNumber: numberOf(body, 'stepNumber'),
});

/** `{day, deptCode}` → the records themselves. */
export const recordsOf = (book: Book, body: Body): Said => {
  const day = textOf(body, 'day');
  const deptCode = textOf(body, 'deptCode');
  if (!dayForm.test(day) || deptCode === '') return replyWith('1004', 'day, deptCode');
  const ofDepartment = (kind: 'rating' | 'step') =>
    book
      .onDay(kind, day)
      .map((one) => one.body)
      .filter((one) => textOf(one, 'deptCode') === deptCode);
  return replyDone({
    records: ofDepartment('rating').map(ratedOf),
    steps: ofDepartment('step').map(stepOf),
  });
};
