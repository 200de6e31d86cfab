/**
 * 评价凭证的内容: what a link says, in 19 bytes. A link is short, because it is printed as a QR code
 * and sent as a text message; it names no person.
 */
import { namesOf } from '../../text/names-of.ts';
import { fromEpoch, toEpoch } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import type { InvitedChannel } from '../channel.ts';
import { statedMatches } from './provenance.ts';

/** A link of most issuers states no person. */
export const personMatches = ['not_stated', ...statedMatches] as const;
type PersonMatch = (typeof personMatches)[number];

export interface Link {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly channel: InvitedChannel | 'pad';
  /** The minute of issue: seconds are cut off. */
  readonly issuedAt: Instant;
  readonly issuer: number;
  readonly match: PersonMatch;
}

type LinkChannel = Link['channel'];

const linkVersion = 1;
const channelCodes = {
  portal: 1,
  app: 2,
  qr: 3,
  sms: 4,
  pad: 5,
  terminal: 6,
} as const satisfies Record<LinkChannel, number>;

const channelOf = (code: number): LinkChannel | undefined =>
  namesOf(channelCodes).find((channel) => channelCodes[channel] === code);

/** Minutes are counted from 2020 on, for 31 years. */
const firstMinute = toEpoch('2020-01-01T00:00:00.000Z' as Instant);
const minuteMs = 60_000;

/** The widths in bits, in order; together 19 bytes. */
const widths = {
  version: 4,
  projectNo: 70,
  serviceNumber: 7,
  channel: 4,
  minute: 24,
  issuer: 20,
  match: 2,
  spare: 21,
} as const;

type Field = keyof typeof widths;
type Fields = Readonly<Record<Field, bigint>>;

const fields = namesOf(widths);
export const linkBytes = 19;

const pack = (values: Fields): string => {
  const number = fields.reduce((packed, name) => {
    const value = values[name];
    // Of a negative value that is -1.
    if (value >> BigInt(widths[name]) !== 0n) {
      throw new RangeError(`a link has no room for this ${name}`);
    }
    return (packed << BigInt(widths[name])) | value;
  }, 0n);
  // The version stands first and is not zero, so no digit is missing.
  return number.toString(16);
};

const unpack = (hex: string): Fields => {
  let rest = BigInt(`0x${hex}`);
  const values = fields.toReversed().map((name) => {
    const value = BigInt.asUintN(widths[name], rest);
    rest >>= BigInt(widths[name]);
    return [name, value] as const;
  });
  return Object.fromEntries(values) as Fields;
};

/** Returns the start of the minute. */
export const minuteOf = (at: Instant): Instant =>
  fromEpoch(Math.floor(toEpoch(at) / minuteMs) * minuteMs);

/**
 * Returns the bytes of a link in hexadecimal digits.
 *
 * @throws RangeError when a value has no room
 */
export const encodeLink = (link: Link): string =>
  pack({
    version: BigInt(linkVersion),
    projectNo: BigInt(link.projectNo),
    serviceNumber: BigInt(link.serviceNumber),
    channel: BigInt(channelCodes[link.channel]),
    minute: BigInt(Math.floor((toEpoch(link.issuedAt) - firstMinute) / minuteMs)),
    issuer: BigInt(link.issuer),
    match: BigInt(personMatches.indexOf(link.match)),
    spare: 0n,
  });

const projectDigits = 21;

/** Reads the bytes in hexadecimal digits; undefined for what no release has encoded. */
export const decodeLink = (hex: string): Link | undefined => {
  const values = unpack(hex);
  const channel = channelOf(Number(values.channel));
  const match = personMatches[Number(values.match)];
  if (Number(values.version) !== linkVersion || values.spare !== 0n) return undefined;
  if (channel === undefined || match === undefined) return undefined;
  return {
    projectNo: String(values.projectNo).padStart(projectDigits, '0'),
    serviceNumber: Number(values.serviceNumber),
    channel,
    issuedAt: fromEpoch(firstMinute + Number(values.minute) * minuteMs),
    issuer: Number(values.issuer),
    match,
  };
};

/** Returns what of a link is recorded with the rating that it brings. */
export const recordOfLink = ({ channel, issuer, issuedAt, match }: Link) => ({
  channel,
  issuer,
  issuedAt,
  ...(match !== 'not_stated' && { match }),
});
