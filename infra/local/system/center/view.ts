/** The response of `GET /_local/center`. */
import { callbackKeyIn } from './access.ts';
import type { Held } from './book.ts';
import type { CenterParts } from './center-parts.ts';

const toIso = (at: number): string => new Date(at).toISOString();

const shortOf = ({ kind, key, revision, withdrawn, receiptNo, at }: Held) => ({
  kind,
  key,
  revision,
  withdrawn,
  receiptNo,
  receivedAt: toIso(at),
});

const overviewOf = ({ book, periods, access, faults }: CenterParts): object => ({
  counts: book.counts(),
  problems: book.troubles().length,
  periods: periods.all().map((one) => ({ ...one, at: toIso(one.at) })),
  /** The credentials with which the city signs; `sm` only when it uses that scheme. */
  access: {
    accessKey: access.accessKey,
    secret: access.secret,
    sm: { sm4Key: access.sm4Key, sm2PrivateKey: access.sm2PrivateKey },
  },
  callbackKey: callbackKeyIn(book)?.accessKey ?? null,
  faults: faults.center ?? {},
});

/** `?projectNo=`: records of a case, in order; `?records`: all, without contents; `?problems`. */
export const viewOf = (parts: CenterParts, query: URLSearchParams): object => {
  const { book } = parts;
  const projectNo = query.get('projectNo');
  if (projectNo !== null) {
    const records = book.history(projectNo).map((one) => ({ ...shortOf(one), body: one.body }));
    return { projectNo, records };
  }
  if (query.has('records')) return { records: book.everything().map(shortOf) };
  if (query.has('problems')) {
    return { problems: book.troubles().map((one) => ({ ...one, at: toIso(one.at) })) };
  }
  return overviewOf(parts);
};
