/** Reads what the province did on a work order: the course of `operation.sync`. */
import { cutText, isThere, memberOf, readList, textOf } from '../../text/sent-value.ts';
import type { Instant } from '../../time/instant.ts';
import { momentOf } from '../../time/sent-moment.ts';

/** One entry of the course, before it becomes a step of a ticket. */
export interface CourseEntry {
  readonly doneAt: Instant;
  /** As sent; its values are not documented. Empty when there is none. */
  readonly status: string;
  readonly dealerId: string | null;
  readonly note: string | null;
}

export interface WorkOrder {
  /** 工单编码, empty when there is none. */
  readonly code: string;
  /** The earliest first. */
  readonly entries: readonly CourseEntry[];
  /** Whether the entries contain everything that came. */
  readonly complete: boolean;
}

const longestName = 64;
const longestNote = 20_000;

/** Returns a text that can be stored unchanged, or undefined with `complete: false`. */
const readText = (from: unknown, longest: number) => {
  const sent = from ?? undefined;
  const text = textOf(sent);
  if (text === undefined) {
    return { text, complete: sent === undefined || typeof sent === 'string' };
  }
  const kept = cutText(text, longest).toWellFormed();
  return { text: kept, complete: kept === text };
};

const readEntry = (from: unknown): { entry?: CourseEntry; complete: boolean } => {
  const doneAt = momentOf(memberOf(from, 'dealTime'));
  if (doneAt === undefined) return { complete: false };
  const status = readText(memberOf(from, 'status'), longestName);
  const dealer = readText(memberOf(from, 'dealerId'), longestName);
  const note = readText(memberOf(from, 'dealInfo'), longestNote);
  return {
    entry: {
      doneAt,
      status: status.text ?? '',
      dealerId: dealer.text ?? null,
      note: note.text ?? null,
    },
    complete: status.complete && dealer.complete && note.complete,
  };
};

/**
 * Whether an order without a course says something that is read nowhere: it names no work order, or
 * has something else in the place of the course.
 */
const saysOther = (from: unknown, code: string | undefined): boolean =>
  code === undefined ||
  Object.values(from ?? {}).some((value) => typeof value === 'object' && isThere(value));

const readOrder = (from: unknown): WorkOrder => {
  const code = readText(memberOf(from, 'code'), longestName);
  const course = memberOf(from, 'caseWorkflowModelList');
  const { items, complete } = readList(course);
  const read = items.map((entry) => readEntry(entry));
  return {
    code: code.text ?? '',
    entries: read
      .flatMap(({ entry }) => entry ?? [])
      .toSorted((a, b) => (a.doneAt < b.doneAt ? -1 : 1)),
    complete:
      complete &&
      code.complete &&
      read.every((one) => one.complete) &&
      !(course === undefined && saysOther(from, code.text)),
  };
};

export interface WorkOrders {
  readonly orders: readonly WorkOrder[];
  /** Whether they contain everything that came. */
  readonly complete: boolean;
}

export const readWorkOrders = (callback: unknown): WorkOrders => {
  const { items, complete } = readList(memberOf(callback, 'caseModelList'));
  const orders = items.map((one) => readOrder(one));
  return { orders, complete: complete && orders.every((order) => order.complete) };
};
