import { describe, expect, it } from 'vitest';

import type { Case, Contact } from '../../../shared/domain/case/case.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import { Cause } from '../../../shared/domain/rating/cause.ts';
import {
  Channel,
  channels,
  EnteredChannel,
  InvitedChannel,
  ownChannels,
} from '../../../shared/domain/rating/channel.ts';
import { invitationExpiry, linkExpiry } from '../../../shared/domain/rating/invitation.ts';
import { invitedOf } from '../../../shared/domain/rating/invited.ts';
import { levels } from '../../../shared/domain/rating/level.ts';
import {
  acceptsRetired,
  bindRating,
  checkDraft,
  isBad,
  proofs,
  serializeDraft,
} from '../../../shared/domain/rating/rating.ts';
import type { RatingDraft } from '../../../shared/domain/rating/rating.ts';
import { secondRating } from '../../../shared/domain/rating/second-rating.ts';
import { sampleCase, sampleRating } from '../../contract/suite/sample.ts';
import { shippedDraftRules } from '../../support/draft-rules.ts';
import { at } from '../time/shanghai.ts';

const nine = at('2026-11-20 09:00');
const ten = at('2026-11-20 10:00');

const draft = (more: Partial<RatingDraft> = {}): RatingDraft => ({
  level: 'dissatisfied',
  tags: ['209'],
  contactConsent: true,
  ...more,
});

describe('a draft', () => {
  it.each([
    ['a bad one with a reason', {}, { ok: true }],
    ['a bad one with words only', { tags: [], text: '等了太久' }, { ok: true }],
    ['a good one without words', { level: 'satisfied', tags: [] }, { ok: true }],
    ['a bad one that says nothing', { tags: [] }, { ok: false, reason: 'reason_missing' }],
    ['a bad one of blanks', { tags: [], text: '  ' }, { ok: false, reason: 'reason_missing' }],
    [
      'a reason of another level',
      { tags: ['115'] },
      { ok: false, reason: 'indicator_of_other_level', code: '115' },
    ],
  ] as const)('%s', (_what, more, check) => {
    expect(checkDraft(draft(more), shippedDraftRules)).toEqual(check);
  });

  it('is bad at the levels that the policy names', () => {
    expect(levels.filter((level) => isBad(level, defaultPolicy))).toEqual([
      'dissatisfied',
      'very_dissatisfied',
    ]);
  });

  it('is the same in another order of its tags and with blanks around its words', () => {
    const one = serializeDraft(draft({ tags: ['213', '209'], text: ' 等 ' }));
    expect(serializeDraft(draft({ tags: ['209', '213'], text: '等' }))).toBe(one);
    expect(one).toBe('["dissatisfied",["209","213"],"等",true]');
    expect(serializeDraft(draft())).toBe('["dissatisfied",["209"],"",true]');
    expect(serializeDraft(draft({ publishConsent: false }))).toBe(serializeDraft(draft()));
    expect(serializeDraft(draft({ publishConsent: true }))).toBe(
      '["dissatisfied",["209"],"",true,true]',
    );
  });

  it.each([
    ['level', { level: 'very_dissatisfied' }],
    ['tags', { tags: ['213'] }],
    ['words', { text: '别的话' }],
    ['consent', { contactConsent: false }],
    ['consent to publish its words', { publishConsent: true }],
  ] as const)('is another with other %s', (_what, more) => {
    expect(serializeDraft(draft(more))).not.toBe(serializeDraft(draft()));
  });
});

const contact: Contact = {
  serviceNumber: 2,
  service: 'accept',
  at: nine,
  hall: '330602-H1',
  window: 'A03',
  staff: { id: 'S7', name: '窗口甲' },
};
const known: Case = sampleCase({ contacts: [contact] });
const place = {
  projectNo: known.projectNo,
  serviceNumber: 2,
  creditCode: known.department.creditCode,
  area: known.area,
  matterCode: known.matter.code,
  hall: '330602-H1',
  window: 'A03',
  staffId: 'S7',
};
const origin = { channel: 'qr', proof: 'token', receivedAt: ten, fingerprint: 'f' } as const;

describe('a rating', () => {
  it('counts where its contact took place, with its tags in order', () => {
    const rating = bindRating({ known, contact }, draft({ tags: ['213', '209'] }), origin);
    expect(rating).toEqual({
      ...place,
      ...origin,
      assessNumber: 1,
      level: 'dissatisfied',
      tags: ['209', '213'],
      contactConsent: true,
      origin: 'active',
    });
  });

  it('says that its words may be published only when the rater agreed', () => {
    const [silent, refused, agreed] = [undefined, false, true].map((publishConsent) =>
      bindRating({ known, contact }, draft({ publishConsent }), origin),
    );
    expect(agreed).toEqual({ ...silent, publishConsent: true });
    expect(refused).toEqual(silent);
    expect(silent).not.toHaveProperty('publishConsent');
  });

  it('may be a default that another system made, of a contact over the net', () => {
    const online: Contact = { serviceNumber: 1, service: 'apply', at: nine };
    const by = { ...origin, origin: 'default' } as const;
    const rating = bindRating({ known, contact: online }, draft(), by);
    expect(rating).toMatchObject({ origin: 'default', serviceNumber: 1 });
    expect([rating.hall, rating.window, rating.staffId]).toEqual([undefined, undefined, undefined]);
  });

  it('is followed by one that counts at the same place and comes by the receipt', () => {
    const first = sampleRating({ ...place, channel: 'pad', contactConsent: false });
    const facts = { receivedAt: ten, fingerprint: 'g', sender: 's', sealedText: 'sealed' };
    const said = { level: 'satisfied', tags: ['413', '406'] } as const;
    const second = secondRating(first, said, facts);
    expect(second).toEqual({
      ...place,
      ...facts,
      assessNumber: 2,
      level: 'satisfied',
      tags: ['406', '413'],
      contactConsent: false,
      channel: 'pad',
      proof: 'receipt',
      origin: 'active',
    });
    const over = { proof: 'center', channel: 'app', claimedAt: nine } as const;
    expect(secondRating(first, said, { ...facts, over })).toEqual({ ...second, ...over });
  });
});

describe('an invitation', () => {
  it('names the place at which it counts', () => {
    expect(invitedOf({ known, contact }, { channel: 'sms', at: ten, accessKey: 'AK2' })).toEqual({
      ...place,
      channel: 'sms',
      at: ten,
      accessKey: 'AK2',
    });
    const online: Contact = { serviceNumber: 1, service: 'apply', at: nine };
    const by = { channel: 'app', at: ten, accessKey: 'AK2' } as const;
    expect(invitedOf({ known, contact: online }, by).staffId).toBeUndefined();
  });

  it.each([
    ['portal', '2026-12-20 10:00'],
    ['app', '2026-12-20 10:00'],
    ['sms', '2026-12-05 10:00'],
    ['qr', '2026-12-05 10:00'],
    ['terminal', '2026-11-21 10:00'],
  ] as const)('over %s is valid until %s', (channel, end) => {
    expect(invitationExpiry(channel, ten)).toBe(at(end));
    expect(linkExpiry({ channel, issuedAt: ten })).toBe(at(end));
  });

  it('of a pad is valid without end', () => {
    expect(linkExpiry({ channel: 'pad', issuedAt: ten })).toBeUndefined();
  });
});

const taken = (schema: { safeParse: (name: string) => { success: boolean } }) =>
  channels.filter((name) => schema.safeParse(name).success).join(' ');

describe('the names', () => {
  it('of the channels, of those that invite and of those that staff enter', () => {
    expect(taken(Channel)).toBe('portal app qr sms pad terminal hotline paper unknown');
    expect(taken(InvitedChannel)).toBe('portal app qr sms terminal');
    expect(taken(EnteredChannel)).toBe('hotline paper');
    expect(ownChannels.join(' ')).toBe('portal app qr sms pad terminal hotline paper');
    expect(Channel.safeParse('').success).toBe(false);
  });

  it('of the proofs and the causes', () => {
    expect(proofs.join(' ')).toBe('token pad staff_entered receipt center');
    expect(proofs.filter((proof) => acceptsRetired[proof])).toEqual(['pad', 'staff_entered']);
    expect(Cause.options.join(' ')).toBe(
      'process material time staff_attitude staff_skill guide online facility other',
    );
  });
});
