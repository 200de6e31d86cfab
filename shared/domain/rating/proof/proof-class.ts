/** 评价证明等级: what shows that the resident gave a rating, in classes that are shown and counted. */
import { reservedIssuers } from '../../access/issuer.ts';
import type { Language } from '../../text/language.ts';
import type { Proof, Rating } from '../rating.ts';

export const proofClasses = [
  'applicant_matched',
  'other_person',
  'sent_to_applicant',
  'link',
  'pad',
  'pad_window',
  'pad_persons',
  'staff_entered',
  'receipt',
  'center',
] as const;
export type ProofClass = (typeof proofClasses)[number];

export const proofClassNames: Readonly<Record<ProofClass, Readonly<Record<Language, string>>>> = {
  applicant_matched: {
    zh: '实名核验为申请人',
    en: 'Signed in by real name as the applicant',
  },
  other_person: {
    zh: '实名核验，非申请人',
    en: 'Signed in by real name, not the applicant',
  },
  sent_to_applicant: {
    zh: '链接发送至申请人手机',
    en: 'Link sent to the mobile number of the applicant',
  },
  link: { zh: '凭评价链接，未核验身份', en: 'By a link, no identity stated' },
  pad: { zh: '评价器显示该次服务时评价', en: 'On a pad that displayed the contact' },
  pad_window: { zh: '评价器，按窗口和时间关联', en: 'On a pad, bound by window and time' },
  pad_persons: { zh: '评价器，由两人确认关联', en: 'On a pad, bound by two persons' },
  staff_entered: { zh: '工作人员代为登记，两人复核', en: 'Entered by staff, checked by another' },
  receipt: { zh: '凭评价回执', en: 'By the receipt of the first rating' },
  center: { zh: '省级平台转来', en: 'From the provincial center' },
};

type Told = Pick<Rating, 'proof' | 'issuer' | 'match' | 'bound'>;

/** A person who cannot be compared proves no more than the link itself. */
const classOfLink = ({ match, issuer }: Told): ProofClass => {
  if (match === 'matched') return 'applicant_matched';
  if (match === 'other') return 'other_person';
  return issuer === reservedIssuers.ownMessages ? 'sent_to_applicant' : 'link';
};

const classOfBinding = {
  token: 'pad',
  window: 'pad_window',
  persons: 'pad_persons',
} as const satisfies Record<NonNullable<Rating['bound']>, ProofClass>;

/** A rating of a release that did not record the binding came with the token of the pad. */
const classOfPad = ({ bound = 'token' }: Told): ProofClass => classOfBinding[bound];

const classes: Readonly<Record<Proof, (rating: Told) => ProofClass>> = {
  token: classOfLink,
  pad: classOfPad,
  staff_entered: () => 'staff_entered',
  receipt: () => 'receipt',
  center: () => 'center',
};

export const proofClassOf = (rating: Told): ProofClass => classes[rating.proof](rating);

export const proofClassView = (rating: Told, language: Language) => {
  const proofClass = proofClassOf(rating);
  return { proofClass, proofName: proofClassNames[proofClass][language] };
};
