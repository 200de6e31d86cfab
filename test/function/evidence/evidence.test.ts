import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { largestEvidence, mediaTypes } from '../../../shared/domain/evidence/evidence.ts';
import { archive, program, sampleFiles, sha256Of } from '../../support/sample-file.ts';
import { badlyRated, contact, deskOf, find, newDesk } from '../ticket/desk.ts';
import type { Desk } from '../ticket/desk.ts';
import { bodyOf, outcomeOf, people } from '../world.ts';

interface Offer {
  readonly evidenceId: string;
  readonly uploadUrl: string;
  readonly headers: Readonly<Record<string, string>>;
}

const asked = (desk: Desk, more: object = {}) => ({
  ticketId: desk.id,
  name: '整改.pdf',
  type: 'pdf',
  size: sampleFiles.pdf.length,
  sha256: sha256Of(sampleFiles.pdf),
  ...more,
});

const offer = (desk: Desk, more: object = {}, as: object = people.handler) =>
  desk.world.call('POST /v1/evidence', { as: as as never, body: asked(desk, more) });

const claim = (desk: Desk, ...evidence: string[]) =>
  desk.act(people.handler, { type: 'claimInvalid', grounds: 'mistaken', evidence, note: 'x' });

/** A desk whose department may appeal. */
const contacted = async (): Promise<Desk> => {
  const desk = await newDesk();
  await desk.done(people.handler, contact);
  return desk;
};

const show = (desk: Desk, id: string, as: object = people.handler) =>
  desk.world.call('GET /v1/evidence/{id}', { as: as as never, path: { id } });

describe('announcing a file', () => {
  it('answers where to put it, the same place for the same file', async () => {
    const desk = await newDesk();
    const first = bodyOf<Offer>(await offer(desk));
    expect(first.headers).toMatchObject({ 'content-type': mediaTypes.pdf });
    expect(bodyOf<Offer>(await offer(desk)).evidenceId).toBe(first.evidenceId);
    const renamed = await offer(desk, { name: '另一个名字.pdf' });
    expect(outcomeOf(renamed)).toBe('409 evidence_name_differs');
    expect(bodyOf<{ detail: string }>(renamed).detail).toContain(first.evidenceId);
    expect(bodyOf<Offer>(await offer(desk, { size: 7 })).evidenceId).not.toBe(first.evidenceId);
    expect(desk.world.stores.memory.count('evidence')).toBe(2);
    const stored = await desk.world.stores.evidence.find(first.evidenceId);
    expect(JSON.stringify(stored)).not.toContain('整改');
  });

  it('is for the department’s handlers, and for files of these kinds and sizes', async () => {
    const desk = await newDesk();
    const outcomes = [
      await offer(desk, { type: 'exe' }),
      await offer(desk, { size: largestEvidence + 1 }),
      await offer(desk, { size: 0 }),
      await offer(desk, { sha256: 'abc' }),
      await offer(desk, { ticketId: '330602261120000000099-1' }),
      await offer(desk, {}, people.supervisor),
      await offer(desk, {}, { ...people.handler, department: '11330602MB1A2B3C46' }),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '422 evidence_type_wrong',
      '422 evidence_too_large',
      '400 invalid_input',
      '400 invalid_input',
      '404 ticket_unknown',
      '403 role_missing',
      '404 ticket_unknown',
    ]);
    expect(desk.world.stores.memory.count('evidence')).toBe(0);
  });
});

describe('a file that an action names', () => {
  it('must be there, be what it was called, and belong to the ticket', async () => {
    const desk = await contacted();
    const other = deskOf(desk.world, await badlyRated(desk.world));
    const announced = bodyOf<Offer>(await offer(desk)).evidenceId;
    const before = await desk.world.stores.tickets.find(desk.id);
    const outcomes = [
      await claim(desk, 'f'.repeat(32)),
      await claim(desk, announced),
      await claim(desk, await other.upload()),
      await claim(desk, await desk.upload('pdf', program)),
      await claim(desk, await desk.upload('docx', archive)),
      await claim(desk, await desk.upload('docx'), await desk.upload('png', sampleFiles.jpeg)),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '404 evidence_unknown',
      '409 evidence_not_uploaded',
      '404 evidence_unknown',
      '422 evidence_type_wrong',
      '422 evidence_type_wrong',
      '422 evidence_type_wrong',
    ]);
    expect(await desk.world.stores.tickets.find(desk.id)).toEqual(before);
    expect(outcomeOf(await claim(desk, await desk.upload()))).toBe('200');
  });

  it('must be of the size, type and digest that were announced', async () => {
    const desk = await contacted();
    const { evidenceId } = bodyOf<Offer>(await offer(desk));
    const right = {
      mediaType: mediaTypes.pdf,
      bytes: sampleFiles.pdf,
      sha256: sha256Of(sampleFiles.pdf),
    };
    const put = async (wrong: object): Promise<string> => {
      desk.world.stores.evidence.put(evidenceId, { ...right, ...wrong });
      return outcomeOf(await claim(desk, evidenceId));
    };
    expect(await put({ bytes: Buffer.concat([sampleFiles.pdf, program]) })).toBe(
      '409 evidence_differs',
    );
    expect(await put({ sha256: sha256Of(program) })).toBe('409 evidence_differs');
    expect(await put({ mediaType: 'application/x-msdownload' })).toBe('422 evidence_type_wrong');
    expect(await put({})).toBe('200');
  });

  it.each(['pdf', 'jpeg', 'png', 'docx', 'xlsx'] as const)('may be of type %s', async (type) => {
    const desk = await contacted();
    expect(outcomeOf(await claim(desk, await desk.upload(type)))).toBe('200');
  });
});

const lookedAgain = () => Promise.reject(new Error('looked again'));

describe('fetching a file', () => {
  it('is for whoever sees the ticket, under its own name', async () => {
    const desk = await newDesk();
    const id = await desk.upload('jpeg');
    const reply = await show(desk, id, people.supervisor);
    expect(reply.body).toMatchObject({ evidenceId: id, ticketId: desk.id, name: '整改.jpeg' });
    const outcomes = [
      await show(desk, id, { ...people.handler, department: '11330602MB1A2B3C46' }),
      await show(desk, id, { ...people.supervisor, area: '330681' }),
      await show(desk, 'f'.repeat(32)),
    ].map(outcomeOf);
    expect(outcomes).toEqual(outcomes.map(() => '404 evidence_unknown'));
  });

  it('gives out nothing that is not what it was called', async () => {
    const desk = await newDesk();
    const outcomes = [
      await show(desk, bodyOf<Offer>(await offer(desk)).evidenceId),
      await show(desk, await desk.upload('pdf', program)),
    ].map(outcomeOf);
    expect(outcomes).toEqual(['409 evidence_not_uploaded', '422 evidence_type_wrong']);
  });

  it('looks at a file once', async () => {
    const desk = await contacted();
    await desk.done(people.handler, find);
    const id = await desk.upload();
    await claim(desk, id);
    expect(await desk.world.stores.evidence.find(id)).toMatchObject({ state: 'checked' });
    Object.assign(desk.world.stores.evidence, { arrived: lookedAgain });
    expect(outcomeOf(await show(desk, id))).toBe('200');
  });
});
