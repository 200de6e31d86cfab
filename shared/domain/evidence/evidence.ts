/** 佐证材料: the requirements for a file, and whether its first bytes match its declared type. */
import type { Instant } from '../time/instant.ts';

export const evidenceTypes = ['pdf', 'jpeg', 'png', 'docx', 'xlsx'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

export const isEvidenceType = (name: string): name is EvidenceType =>
  (evidenceTypes as readonly string[]).includes(name);

const office = 'application/vnd.openxmlformats-officedocument';

export const mediaTypes: Readonly<Record<EvidenceType, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
};

/** 10 MiB. */
export const largestEvidence = 10 * 1024 * 1024;

/** Enough bytes of a file to detect its type. */
export const headLength = 128;

/**
 * A file that was announced for a ticket; `checked` once the uploaded bytes were found to match.
 */
export interface Evidence {
  /** Derived from ticket, file and person, so that a repeated request announces once. */
  readonly id: string;
  readonly ticketId: string;
  /** Encrypted, because the name of a file may name a person. */
  readonly sealedName: string;
  readonly type: EvidenceType;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, base64. */
  readonly sha256: string;
  readonly offeredBy: string;
  readonly offeredAt: Instant;
  readonly state: 'offered' | 'checked';
  readonly version: number;
}

/** What was actually uploaded to the file's location. */
export interface Arrived {
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  /** The first `headLength` bytes, or all of a shorter file. */
  readonly head: Uint8Array;
}

const signatures: Readonly<Record<EvidenceType, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  docx: [0x50, 0x4b, 0x03, 0x04],
  xlsx: [0x50, 0x4b, 0x03, 0x04],
};

/**
 * Offsets in the header of a ZIP's first entry (PKWARE APPNOTE 4.3.7): the length of its name, and
 * the name.
 */
const nameLengthAt = 26;
const nameAt = 30;

const firstEntryOf = (head: Uint8Array): string => {
  const length = (head[nameLengthAt] ?? 0) + 256 * (head[nameLengthAt + 1] ?? 0);
  return String.fromCodePoint(...head.subarray(nameAt, nameAt + length));
};

const anyPackage = ['[Content_Types].xml', '_rels/', 'docProps/', 'customXml/'];

/**
 * How the first entry of a package may begin; any other ZIP is not a document of that type. `null`
 * for a type that is no package.
 */
const firstEntries: Readonly<Record<EvidenceType, readonly string[] | null>> = {
  pdf: null,
  jpeg: null,
  png: null,
  docx: [...anyPackage, 'word/'],
  xlsx: [...anyPackage, 'xl/'],
};

/** Returns whether the first bytes are those of a file of that type; a renamed program fails. */
export const looksLike = (type: EvidenceType, head: Uint8Array): boolean => {
  if (!signatures[type].every((byte, index) => head[index] === byte)) return false;
  const starts = firstEntries[type];
  return starts === null || starts.some((start) => firstEntryOf(head).startsWith(start));
};

export type EvidenceRefusal = 'evidence_not_uploaded' | 'evidence_differs' | 'evidence_type_wrong';

/** Returns what is wrong with the uploaded file; undefined when it matches the announcement. */
export const evidenceFault = (
  offered: Evidence,
  arrived: Arrived | undefined,
): EvidenceRefusal | undefined => {
  if (arrived === undefined) return 'evidence_not_uploaded';
  if (arrived.mediaType !== mediaTypes[offered.type]) return 'evidence_type_wrong';
  if (arrived.size !== offered.size || arrived.sha256 !== offered.sha256) return 'evidence_differs';
  return looksLike(offered.type, arrived.head) ? undefined : 'evidence_type_wrong';
};
