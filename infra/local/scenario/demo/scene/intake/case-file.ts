import { CaseImportAnswer } from '../../../../../../events/case/import.ts';
import { CaseView } from '../../../../../../events/case/view.ts';
import { fromEpoch, withOffset } from '../../../../../../shared/domain/time/instant.ts';
import { expectBody, expectThat, expectPresent } from '../../expectation.ts';
import { gb18030 } from '../../gb18030.ts';
import type { Stage } from '../../stage.ts';

const header = '办件统一编号,事件类型,发生时间,办理结果,结果说明';
const note = '当场办结，已取件';

/** What a spreadsheet makes of 21 digits: the last six are gone. */
const roundProjectNo = (projectNo: string): string =>
  Number(projectNo).toExponential(14).toUpperCase();

const sendFile = async ({ client, system }: Stage, lines: readonly string[]) => {
  const body = gb18030([header, ...lines].join('\r\n'));
  const headers = { 'content-type': 'application/csv' };
  const call = { method: 'POST', path: '/v1/cases/import', body, headers } as const;
  return expectBody(await client.send(await client.sign(system, call)), 200, CaseImportAnswer);
};

/** Told by number and column; the lines around it are stored. */
const withWrongLine = async (stage: Stage, lines: readonly string[]): Promise<void> => {
  const { tell } = stage;
  const [first = '', second = '', ...others] = lines;
  const [projectNo = ''] = second.split(',');
  const wrong = second.replace(projectNo, roundProjectNo(projectNo));
  tell.quote(`${header}\n${first}\n${wrong}\n…`);
  const answer = await sendFile(stage, [first, wrong, ...others]);
  expectThat(answer.encoding === 'gb18030', 'the encoding is found out', answer.encoding);
  const { stored, refused } = answer;
  expectThat(stored === lines.length - 1 && refused === 1, 'all but one are stored', answer);
  const fault = answer.lines.find(({ outcome }) => outcome === 'refused');
  const { line } = expectPresent(fault, 'a refused line');
  const { column = '', detail } = expectPresent(fault?.problem?.errors?.[0], 'its error');
  expectThat(line === 3 && column === '办件统一编号', 'line 3, its column', fault);
  tell.quote(`第 ${line} 行 · ${column} · ${detail}`);
  tell.pass('错误行按行号和列名指出，其余照常入库', 'one wrong line, told by number and column');
};

const asRead = async ({ client, system }: Stage, projectNo: string) =>
  expectBody(await client.signed(system).get(`/v1/cases/${projectNo}`), 200, CaseView);

/** 办件文件: the hall hands in the day's endings as a spreadsheet program of the office saves them. */
export const caseFile = async (stage: Stage): Promise<void> => {
  const { tell, clock, rated } = stage;
  tell.scene('以文件上报', 'Cases come in a file');
  tell.say(
    '大厅把当天办结的办件存成 CSV（GB18030）上报。',
    'The hall reports the endings of the day as CSV, in GB18030.',
  );
  const at = withOffset(fromEpoch(clock.now())).slice(0, 19).replace('T', ' ');
  const lines = rated.map(({ projectNo }) => `${projectNo},办结,${at},准予,${note}`);
  await withWrongLine(stage, lines);
  const mended = await sendFile(stage, lines);
  const isMended = mended.stored === 1 && mended.repeats === lines.length - 1;
  expectThat(isMended, 'the mended line is new, the others are known', mended);
  tell.pass('改好后整个文件再传：只新增那一行', 'mended and sent again: one line is new');
  const again = await sendFile(stage, lines);
  expectThat(again.repeats === lines.length && again.stored === 0, 'nothing is new', again);
  const known = await asRead(stage, rated[1]?.projectNo ?? '');
  const [, ending] = known.timeline;
  expectThat(known.timeline.length === 2 && known.state === 'finished', 'finished once', known);
  expectThat(ending?.result?.note === note, 'the characters are whole', ending?.result);
  tell.pass('第三次上传什么也不改变', 'a third time changes nothing');
};
