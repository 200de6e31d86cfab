/** Reads what the province did on a work order: the course of `operation.sync`. */
import { compareTexts } from '../../text/order.ts';
import { cutText, isThere, memberOf, readList, textOf } from '../../text/sent-value.ts';
import { wordsIn } from '../../text/words-in.ts';
import type { Instant } from '../../time/instant.ts';
import { momentOf } from '../../time/sent-moment.ts';
import { saysMore } from './other-members.ts';

/** One entry of the course, before it becomes a step of a ticket. */
export interface CourseEntry {
  /** Undefined when its time cannot be read. */
  readonly doneAt: Instant | undefined;
  /** Its time as it came, when it cannot be read: it tells entries apart. */
  readonly sentTime?: string;
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

/** Also of another form than a text: the words in it are kept. */
const readNote = (sent: unknown) =>
  typeof sent === 'object' && isThere(sent)
    ? { text: readText(wordsIn(sent), longestNote).text, complete: false }
    : readText(sent, longestNote);

const timeOf = (sent: unknown): Pick<CourseEntry, 'doneAt' | 'sentTime'> => {
  const doneAt = momentOf(sent);
  return doneAt === undefined ? { doneAt, sentTime: JSON.stringify(sent ?? null) } : { doneAt };
};

const readEntry = (from: unknown): { entry?: CourseEntry; complete: boolean } => {
  const time = timeOf(memberOf(from, 'dealTime'));
  const status = readText(memberOf(from, 'status'), longestName);
  const dealer = readText(memberOf(from, 'dealerId'), longestName);
  const note = readNote(memberOf(from, 'dealInfo'));
  const isSaid = [status, dealer, note].some(({ text }) => text !== undefined);
  if (time.doneAt === undefined && !isSaid) return { complete: false };
  return {
    entry: {
      ...time,
      status: status.text ?? '',
      dealerId: dealer.text ?? null,
      note: note.text ?? null,
    },
    complete:
      time.doneAt !== undefined &&
      [status, dealer, note].every(({ complete }) => complete) &&
      !saysMore(from, 'step'),
  };
};

/** Behind every moment, which begins with a digit: those without a time come last. */
const behindAll = '~';

const byTime = (a: CourseEntry, b: CourseEntry): number =>
  compareTexts(a.doneAt ?? behindAll, b.doneAt ?? behindAll);

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
    entries: read.flatMap(({ entry }) => entry ?? []).toSorted(byTime),
    complete:
      complete &&
      code.complete &&
      read.every((one) => one.complete) &&
      !saysMore(from, 'order') &&
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
  return {
    orders,
    complete:
      complete && orders.every((order) => order.complete) && !saysMore(callback, 'callback'),
  };
};
