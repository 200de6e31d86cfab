import type { Language } from '../../domain/text/language.ts';

type Words = Readonly<Record<Language, string>>;

/** Texts of the page on which the receipt of a rating on a pad is claimed. */
export const claimWords = {
  title: { zh: '领取评价回执', en: 'Get the receipt of your rating' },
  lead: {
    zh: '您已在评价器上提交评价。领取回执后，可凭回执编号查看办理进展。',
    en: 'You rated a service on a hall pad. With its receipt you can follow what becomes of the rating.',
  },
  once: {
    zh: '每个领取码只限首台手机使用，请在本人手机上领取。评价上传满24小时后不能领取。',
    en: 'A claim code is for the first phone only: use your own. It expires 24 hours after the rating arrived.',
  },
  claim: { zh: '领取回执', en: 'Get the receipt' },
  waiting: {
    zh: '评价尚未上传，本手机已登记，其他手机不能领取。请保留本页，稍后再次领取。',
    en: 'The rating has not arrived yet. This phone is noted, and no other can get the receipt. Keep this page open and try again later.',
  },
  again: { zh: '再次领取', en: 'Try again' },
} as const satisfies Readonly<Record<string, Words>>;
