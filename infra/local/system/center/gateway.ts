/** The gateway that the city reports to. */
import { setTimeout as wait } from 'node:timers/promises';

import { authenticateCall } from './authentic.ts';
import type { Signed } from './authentic.ts';
import { consumeFault, takesOf } from './center-fault.ts';
import type { CenterParts } from './center-parts.ts';
import { isBody, textOf } from './field.ts';
import type { Body } from './field.ts';
import { operationAt } from './operation.ts';
import type { Operation } from './operation.ts';
import { replyRepeat, isCode, replyOf, replyWith, words } from './said.ts';
import type { Said } from './said.ts';

/** `cut`: the connection ends without a response, as when the center or the network is down. */
export type CenterAnswer = 'cut' | { readonly status: number; readonly body: string };

const answerJson = (status: number, body: object): CenterAnswer => ({
  status,
  body: JSON.stringify(body),
});

/**
 * Returns the response of the network or a proxy in front of the center, before anything was done
 * (injected fault).
 */
const inTheWay = async ({ faults }: CenterParts): Promise<CenterAnswer | undefined> => {
  const { slowMs = 0, down } = faults.center ?? {};
  // Real time, because the timeout of the caller is measured in real time.
  if (slowMs > 0) await wait(slowMs);
  if (down === true) return 'cut';
  if (consumeFault(faults, 'status500')) return { status: 500, body: 'Internal Server Error' };
  if (consumeFault(faults, 'garbage'))
    return { status: 200, body: '<html><body>系统维护中</body></html>' };
  return undefined;
};

const takeRefusal = ({ faults }: CenterParts): Said | undefined => {
  const refuse = takesOf(faults, 'refuse');
  if (!refuse) return undefined;
  const { code } = refuse;
  return { code, message: isCode(code) ? words[code] : '模拟退回' };
};

const outcomeOf = (parts: CenterParts, operation: Operation, body: Body) => {
  const refusal = takeRefusal(parts);
  if (refusal) return { key: '', said: refusal };
  return operation.work({ ...parts, at: parts.now() }, body);
};

/** One transaction for the accepted record and for the note about a call that was not accepted. */
const dealtWith = (parts: CenterParts, operation: Operation, body: Body): Promise<Said> =>
  parts.database.run(() => {
    const outcome = outcomeOf(parts, operation, body);
    const { key, said } = outcome;
    const isTrouble = said.code !== '0000';
    if (isTrouble) {
      const message = 'note' in outcome ? `${said.message}；${outcome.note}` : said.message;
      const projectNo = textOf(body, 'projectNo');
      const facts = { operation: operation.name, projectNo, key, code: said.code, message };
      parts.book.note({ at: parts.now(), ...facts });
    }
    return said;
  });

const receiptOf = ({ data }: Said): string => (isBody(data) ? textOf(data, 'receiptNo') : '');

const answerUnderFaults = (parts: CenterParts, given: Said): CenterAnswer => {
  const { faults } = parts;
  if (consumeFault(faults, 'timeoutAfterCommit')) return 'cut';
  const isTaken = given.code === '0000' && receiptOf(given) !== '';
  const reply =
    isTaken && consumeFault(faults, 'duplicateAnswer') ? replyRepeat(receiptOf(given)) : given;
  return answerJson(200, replyOf(reply));
};

const answerUnauthorized = async (parts: CenterParts, message: string): Promise<CenterAnswer> => {
  const facts = { operation: 'signature', projectNo: '', key: '', code: '401', message };
  await parts.database.run(() => parts.book.note({ at: parts.now(), ...facts }));
  return answerJson(401, { success: false, code: '401', message });
};

/** `path`: relative to the gateway, e.g. `/affair/service`. */
export const answerCall = async (
  parts: CenterParts,
  path: string,
  signed: Signed,
): Promise<CenterAnswer> => {
  const barrier = await inTheWay(parts);
  if (barrier) return barrier;
  const caller = authenticateCall(signed, parts.access, parts.now());
  if (!caller.ok) return answerUnauthorized(parts, caller.message);
  const operation = operationAt(path);
  if (!operation) return answerJson(404, { success: false, code: '404', message: 'Not Found' });
  const { body } = caller;
  if (!isBody(body)) return answerUnderFaults(parts, replyWith('1004', '请求体不是 JSON 对象'));
  return answerUnderFaults(parts, await dealtWith(parts, operation, body));
};
