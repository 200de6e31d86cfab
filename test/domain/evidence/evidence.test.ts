import { describe, expect, it } from 'vitest';

import {
  evidenceFault,
  evidenceTypes,
  isEvidenceType,
  largestEvidence,
  looksLike,
  mediaTypes,
} from '../../../shared/domain/evidence/evidence.ts';
import type { Arrived, Evidence } from '../../../shared/domain/evidence/evidence.ts';
import { at } from '../../fake/clock.ts';
import { archive, program, sampleFiles, sha256Of } from '../../support/sample-file.ts';

const offered: Evidence = {
  id: 'e1',
  ticketId: '330602261120000000017-1',
  sealedName: '1.x',
  type: 'pdf',
  size: sampleFiles.pdf.length,
  sha256: sha256Of(sampleFiles.pdf),
  offeredBy: 'u1',
  offeredAt: at('2026-11-20T09:30:00+08:00'),
  state: 'offered',
  version: 1,
};

const arrived: Arrived = {
  mediaType: mediaTypes.pdf,
  size: offered.size,
  sha256: offered.sha256,
  head: sampleFiles.pdf,
};

describe('the first bytes of a file', () => {
  it.each(evidenceTypes)('say that it is a %s, and nothing else', (type) => {
    const taken = evidenceTypes.filter((other) => looksLike(other, sampleFiles[type]));
    // A package that begins with its list of content types may be either document type.
    expect(taken).toEqual(type === 'docx' ? ['docx', 'xlsx'] : [type]);
  });

  it.each([
    ['a program', program],
    ['an archive that is no document', archive],
    ['nothing', Buffer.alloc(0)],
    ['a beginning that is cut off', Buffer.from('PK')],
    ['text', Buffer.from('just words that say %PDF- somewhere')],
  ])('say that %s is none of them', (_name, head) => {
    expect(evidenceTypes.filter((type) => looksLike(type, head))).toEqual([]);
  });
});

/** The head of a ZIP whose first entry has that name, and says that the name is so long. */
const packageHead = (name: string, length = name.length): Uint8Array => {
  const head = Buffer.alloc(30 + name.length);
  head.set([0x50, 0x4b, 0x03, 0x04]);
  head.writeUInt16LE(length, 26);
  head.write(name, 30);
  return head;
};

describe('a package', () => {
  it.each([
    ['word/document.xml', true],
    ['word', false],
    ['xl/workbook.xml', false],
    ['_rels/.rels', true],
    ['docProps/app.xml', true],
    ['customXml/item1.xml', true],
    ['[Content_Types].xml', true],
    ['Content_Types.xml', false],
  ])('that begins with %s is a document: %s', (name, expected) => {
    expect(looksLike('docx', packageHead(name))).toBe(expected);
  });

  it('may name its first entry at a length that takes two bytes', () => {
    expect(looksLike('docx', packageHead('word/document.xml', 0x4000))).toBe(true);
    expect(looksLike('docx', packageHead('word/document.xml', 4))).toBe(false);
  });

  it.each(['docx', 'xlsx'] as const)('must begin as a ZIP does to be a %s', (type) => {
    const head = packageHead('_rels/.rels');
    head[0] = 0;
    expect(looksLike(type, head)).toBe(false);
  });
});

it('the kinds of files have names and media types', () => {
  const office = 'application/vnd.openxmlformats-officedocument';
  expect(Object.entries(mediaTypes)).toEqual([
    ['pdf', 'application/pdf'],
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['docx', `${office}.wordprocessingml.document`],
    ['xlsx', `${office}.spreadsheetml.sheet`],
  ]);
  expect(evidenceTypes).toEqual(Object.keys(mediaTypes));
  expect(evidenceTypes.map(isEvidenceType)).toEqual([true, true, true, true, true]);
  expect(isEvidenceType('exe')).toBe(false);
  expect(largestEvidence).toBe(10_485_760);
});

describe('what arrived', () => {
  it.each([
    ['is as announced', arrived, undefined],
    ['is not there', undefined, 'evidence_not_uploaded'],
    ['has another type', { ...arrived, mediaType: 'text/html' }, 'evidence_type_wrong'],
    ['has another size', { ...arrived, size: 1 }, 'evidence_differs'],
    ['has another digest', { ...arrived, sha256: sha256Of(program) }, 'evidence_differs'],
    ['has no digest', { ...arrived, sha256: '' }, 'evidence_differs'],
    ['begins like something else', { ...arrived, head: program }, 'evidence_type_wrong'],
  ] as const)('%s', (_name, found, fault) => {
    expect(evidenceFault(offered, found)).toBe(fault);
  });
});
