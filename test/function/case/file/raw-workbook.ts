/** Workbooks by their XML, in forms that no writer of ours makes but other programs do. */
import { zip } from '../../../support/zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const part = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface RawSheet {
  readonly name: string;
  readonly isHidden?: boolean;
  /** The rows. */
  readonly sheetData: string;
  /** What stands before and after the rows. */
  readonly before?: string;
  readonly after?: string;
}

interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  /** `<si>` elements. */
  readonly shared?: readonly string[];
  /** Days are counted from 1904, as old Macs do. */
  readonly is1904?: boolean;
}

/** The style of cells with a date and a time of day; 0 is none. */
export const dateStyle = 1;

const styles =
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/m/d\\ h:mm:ss;@"/></numFmts>` +
  '<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>';

const sheetTag = ({ name, isHidden = false }: RawSheet, index: number): string =>
  `<sheet name="${name}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`;

const relationTag = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;

export const rawWorkbook = ({ sheets, shared = [], is1904 = false }: RawWorkbook): Buffer => {
  const files = {
    '[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${part}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}">${relationTag('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">${is1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets.map(sheetTag).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}">${sheets
      .map((_, at) => relationTag(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
      .join(
        '',
      )}${relationTag('rIdS', 'styles', 'styles.xml')}${relationTag('rIdT', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${shared.join('')}</sst>`,
  };
  const written = sheets.map(({ before = '', sheetData, after = '' }, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    `<worksheet xmlns="${main}">${before}<sheetData>${sheetData}</sheetData>${after}</worksheet>`,
  ]);
  return zip(
    [...Object.entries(files), ...written].map(([name = '', text = '']) => ({
      name,
      content: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`),
    })),
  );
};
