import { writeWorkbook } from '../../../../../shared/spreadsheet.ts';
import { expectThat } from '../../player/expectation.ts';
import { encodeGb18030 } from '../../player/gb18030.ts';
import type { Given } from '../../player/player.ts';
import type { Scene } from '../scene.ts';
import type { Check } from './check.ts';

const csv = 'application/csv';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const toFile = (body: string | Uint8Array, type = csv): Given<'importCases'> => ({ body, type });

const importFile = ({ play }: Scene, file: string | Uint8Array, type = csv) =>
  play('importCases', toFile(file, type));

const createTable = (scene: Scene): readonly (readonly [name: string, cell: string])[] => {
  const { projectNo, at, header } = scene.createEvent();
  const { matter, department, area, applicant } = header ?? {};
  return [
    ['projectNo', projectNo],
    ['type', 'accepted'],
    ['at', at.slice(0, 19).replace('T', ' ')],
    ['matterCode', matter?.code ?? ''],
    ['matterName', 'conformance'],
    ['departmentCode', department?.creditCode ?? ''],
    ['departmentName', 'conformance'],
    ['area', area ?? ''],
    ['caseKind', 'immediate'],
    ['applicantKind', 'person'],
    ['applicantName', applicant?.name ?? ''],
  ];
};

const toCsv = (table: ReturnType<typeof createTable>): string =>
  [table.map(([name]) => name), table.map(([, cell]) => cell)]
    .map((row) => row.join(','))
    .join('\n');

export const fileChecks: readonly Check[] = [
  {
    id: 'file.once',
    zh: '同一文件重复导入不会重复记录',
    en: 'a file that is imported again stores nothing twice',
    run: async (scene) => {
      const file = toFile(toCsv(createTable(scene)));
      const first = await scene.play('importCases', file);
      const again = await scene.repeat('importCases', file);
      expectThat(first.stored === 1, 'the line is stored', first);
      expectThat(again.stored === 0 && again.repeats === 1, 'the line is known again', again);
    },
  },
  {
    id: 'file.encodings',
    zh: '识别 UTF-8、带 BOM 的 UTF-8、UTF-16 与 GB18030，其他编码指明后拒绝',
    en: 'UTF-8, UTF-8 and UTF-16 with their marks and GB18030 are read, others refused by name',
    run: async (scene) => {
      const plain = await importFile(scene, toCsv(createTable(scene)));
      const marked = await importFile(scene, `\uFEFF${toCsv(createTable(scene))}`);
      const chinese = await importFile(scene, encodeGb18030(toCsv(createTable(scene))));
      const utf16 = Buffer.from(`\uFEFF${toCsv(createTable(scene))}`, 'utf16le');
      const wide = await importFile(scene, utf16);
      const encodings = [plain, marked, wide, chinese].map(({ encoding }) => encoding).join(' ');
      expectThat(
        encodings === 'utf-8 utf-8-bom utf-16le gb18030',
        'each encoding is found out',
        encodings,
      );
      expectThat(chinese.stored === 1, 'the line is stored', chinese);
      const neither = Buffer.from([0x80, 0xff, 0x80, 0xff, 0x2c, 0xff, 0x80]);
      await scene.expectRefusal('importCases', toFile(neither), '400 file_encoding_unknown');
    },
  },
  {
    id: 'file.lines',
    zh: '有误的行按行号与列名指出，其余照常存储',
    en: 'a wrong line is told by its number and column, the others are stored',
    run: async (scene) => {
      const [header = '', line = ''] = toCsv(createTable(scene)).split('\n');
      const wrong = line.replace(/\d{4}-\d{2}-\d{2} [\d:]+/, '11/20/2026 9:00');
      const { lines } = await importFile(scene, [header, wrong, line].join('\n'));
      const [first, second] = lines;
      const error = first?.problem?.errors?.[0];
      const isNamed = error?.column === 'at' && error.problem === 'ambiguous_time';
      expectThat(first?.line === 2 && isNamed, 'line 2, column at', first);
      expectThat(second?.outcome === 'stored', 'line 3 is stored', second);
      const unknown = toFile(`${header},remark\n${line},x`);
      await scene.expectRefusal('importCases', unknown, '400 file_columns_unknown');
    },
  },
  {
    id: 'file.workbook',
    zh: '工作簿中被舍入的办件统一编号被拒绝，文本编号被存储',
    en: 'a case number that a workbook rounded is refused, one kept as text is stored',
    run: async (scene) => {
      const table = createTable(scene);
      const names = table.map(([name]) => name);
      const cells = table.map(([, cell]) => cell);
      const rounded = table.map(([name, cell]) => (name === 'projectNo' ? Number(cell) : cell));
      const file = await writeWorkbook({
        sheets: [{ name: 'cases', rows: [names, rounded, cells] }],
      });
      const { lines } = await importFile(scene, file, xlsx);
      const problem = lines[0]?.problem?.errors?.[0]?.problem;
      expectThat(problem === 'changed_by_spreadsheet', 'the rounded number is refused', lines[0]);
      expectThat(lines[1]?.outcome === 'stored', 'the whole number is stored', lines[1]);
    },
  },
];
