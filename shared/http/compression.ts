import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Below this many bytes the headers and the work cost more than is saved. */
const worthwhile = 1024;

/** Text in any form; archives and pictures are compressed already. */
const isText = (type: string): boolean =>
  /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)\b|application\/(?:javascript|manifest)|image\/svg)/i.test(
    type,
  );

type Coding = 'br' | 'gzip';

/** Better first; of those that the caller weighs equally. */
const codings: readonly Coding[] = ['br', 'gzip'];

/** A good ratio in a few milliseconds per 100 kB; the best ones take a hundred times as long. */
const brotliQuality = 4;

const compressors = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes),
} as const satisfies Record<Coding, (bytes: Uint8Array) => Promise<Uint8Array>>;

/** The weights that the caller gives to codings, as in `gzip;q=0.8, br`. */
const weightsIn = (accepted: string): ReadonlyMap<string, number> =>
  new Map(
    accepted.split(',').map((one) => {
      const [name = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((part) => part.startsWith('q='))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight) || 0] as const;
    }),
  );

const codingFor = (accepted: string): Coding | undefined => {
  const weights = weightsIn(accepted);
  const weightOf = (coding: Coding): number => weights.get(coding) ?? weights.get('*') ?? 0;
  const [best] = codings
    .filter((coding) => weightOf(coding) > 0)
    .toSorted((one, other) => weightOf(other) - weightOf(one));
  return best;
};

type Headers = Readonly<Record<string, string>>;

const addedTo = (vary: string | undefined): string =>
  vary === undefined ? 'accept-encoding' : `${vary}, accept-encoding`;

/** The bytes that are sent, and the headers that describe them. */
export interface Sent {
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

/**
 * Compresses a text for a caller that accepts it: the gateway compresses nothing. Whatever the
 * caller accepts, a cache learns that there are several forms.
 */
export const compressFor = async (
  accepted: string | undefined,
  { bytes, headers }: Sent,
): Promise<Sent> => {
  if (bytes.length < worthwhile || !isText(headers['content-type'] ?? ''))
    return { bytes, headers };
  const described = { ...headers, vary: addedTo(headers['vary']) };
  const coding = codingFor(accepted ?? '');
  if (coding === undefined) return { bytes, headers: described };
  return {
    bytes: await compressors[coding](bytes),
    headers: { ...described, 'content-encoding': coding },
  };
};
