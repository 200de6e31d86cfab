import type {
  CenterAnswer,
  CenterBody,
  CenterOperation,
} from '../../shared/domain/exchange/center-answer.ts';
import type { CenterGateway } from '../../shared/port/exchange/center-gateway.ts';
import { copyOf } from './memory.ts';

interface CenterCallMade {
  readonly operation: CenterOperation;
  readonly body: CenterBody;
}

/**
 * The outcome of one of the next calls: instead of the center's, or after the center has processed
 * it.
 */
type CenterTrouble = { readonly instead: CenterAnswer } | { readonly afterwards: CenterAnswer };

export interface StrictCenter extends CenterGateway {
  /** All calls, regardless of their outcome. */
  readonly calls: CenterCallMade[];
  /** Accepted records, in order, each once. */
  readonly taken: CenterCallMade[];
  /** The outcomes of the next calls; when the list is empty, the center accepts valid records. */
  readonly troubles: CenterTrouble[];
  /** Called first; undefined leaves the decision to the center's own rules. */
  refuse: (call: CenterCallMade) => CenterAnswer | undefined;
}

export const unclear = (why: 'no_answer' | 'center_fault' | 'garbage'): CenterAnswer => ({
  state: 'unclear',
  why,
  message: why,
});

export const rejected = (code: string, message: string): CenterAnswer => ({
  state: 'rejected',
  code,
  message,
});

const done = (receiptNo: string): CenterAnswer => ({
  state: 'accepted',
  code: '0000',
  message: '成功',
  receiptNo,
});
const again: CenterAnswer = { state: 'duplicate', code: '0001', message: '请勿重复评价' };

const numberedBy: Readonly<Record<string, readonly string[]>> = {
  service: ['projectNo', 'serviceNumber'],
  finish: ['projectNo'],
  rating: ['projectNo', 'serviceNumber', 'assessNumber'],
  step: ['caseCode', 'stepNumber'],
};

/** A number or a code, as text. */
export const textIn = (body: CenterBody, name: string): string => {
  const value = body[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const keyOf = (kind: string, body: CenterBody): string =>
  [kind, ...(numberedBy[kind] ?? []).map((name) => textIn(body, name))].join('/');

const kindOf = ({ operation, body }: CenterCallMade): string =>
  operation === 'withdraw' ? String(body['kind']) : operation;

/** Stores each record once, by revision; refuses a rating whose service it does not have. */
export const strictCenter = (): StrictCenter => {
  const revisions = new Map<string, number>();
  const taken: CenterCallMade[] = [];

  const decide = (call: CenterCallMade): CenterAnswer => {
    const key = keyOf(kindOf(call), call.body);
    const [held, revision] = [revisions.get(key) ?? 0, Number(call.body['revision'])];
    if (revision <= held) return again;
    if (revision !== held + 1) return rejected('1005', '版本号顺序不符');
    if (call.operation === 'rating' && !revisions.has(keyOf('service', call.body))) {
      return rejected('1001', '没有对应的服务数据');
    }
    revisions.set(key, revision);
    taken.push(call);
    return done(`R${taken.length}`);
  };

  const center: StrictCenter = {
    calls: [],
    taken,
    troubles: [],
    refuse: () => undefined,
    async send(operation, body) {
      const call = { operation, body: copyOf(body) };
      center.calls.push(call);
      const trouble = center.troubles.shift();
      if (trouble && 'instead' in trouble) return trouble.instead;
      const answer = center.refuse(call) ?? decide(call);
      return trouble ? trouble.afterwards : answer;
    },
  };
  return center;
};
