import type { Bulletin } from '../../shared/domain/bulletin/bulletin.ts';
import { languageTags } from '../../shared/domain/text/language.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import type { Answer } from '../../shared/http/edge.ts';
import { viewOf } from './view/bulletin-view.ts';
import type { BulletinView } from './view/view.ts';

export const formats = ['xlsx', 'docx', 'html'] as const;
export type Format = (typeof formats)[number];

interface Form {
  readonly mediaType: string;
  readonly shown: 'attachment' | 'inline';
  /** Each renderer loads its library on demand, so a request pays only for its own format. */
  readonly make: (view: BulletinView) => Promise<{
    readonly body: Uint8Array | string;
    readonly headers?: Readonly<Record<string, string>>;
  }>;
}

const office = 'application/vnd.openxmlformats-officedocument';

const forms: Readonly<Record<Format, Form>> = {
  xlsx: {
    mediaType: `${office}.spreadsheetml.sheet`,
    shown: 'attachment',
    make: async (view) => ({ body: await (await import('./xlsx/xlsx.ts')).bulletinXlsx(view) }),
  },
  docx: {
    mediaType: `${office}.wordprocessingml.document`,
    shown: 'attachment',
    make: async (view) => ({ body: await (await import('./docx/docx.ts')).bulletinDocx(view) }),
  },
  html: {
    mediaType: 'text/html; charset=utf-8',
    shown: 'inline',
    make: async (view) => {
      const { bulletinHtml, printPolicy } = await import('./html/html.ts');
      return { body: bulletinHtml(view), headers: { 'content-security-policy': printPolicy } };
    },
  },
};

const fileNames: Readonly<Record<Language, string>> = { zh: '好差评通报', en: 'bulletin' };

/**
 * Returns the header of RFC 6266 with both names: plain ASCII for old clients, and the real name
 * encoded by RFC 5987.
 */
const formatDisposition = (
  { area, month }: Bulletin,
  format: Format,
  language: Language,
): string => {
  const plain = `bulletin-${area.code}-${month}.${format}`;
  const real = `${fileNames[language]}-${area[language]}-${month}.${format}`;
  return `${forms[format].shown}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(real)}`;
};

export const fileAnswer = async (
  bulletin: Bulletin,
  format: Format,
  language: Language,
): Promise<Answer> => {
  const { body, headers } = await forms[format].make(viewOf(bulletin, language));
  return {
    status: 200,
    body,
    headers: {
      'content-type': forms[format].mediaType,
      'content-disposition': formatDisposition(bulletin, format, language),
      'content-language': languageTags[language],
      ...headers,
    },
  };
};
