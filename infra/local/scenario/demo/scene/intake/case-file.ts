import { expectPresent, expectThat } from '../../../player/expectation.ts';
import { encodeGb18030 } from '../../../player/gb18030.ts';
import { formatTime } from '../../format-time.ts';
import type { Stage } from '../../stage.ts';

const header = '办件统一编号,事件类型,发生时间,办理结果,结果说明';
const note = '当场办结，已取件';

/** A spreadsheet changes a number of 21 digits to this: the last six digits are lost. */
const roundProjectNo = (projectNo: string): string =>
  Number(projectNo).toExponential(14).toUpperCase();

const sendFile = ({ play }: Stage, lines: readonly string[]) =>
  play('importCases', {
    body: encodeGb18030([header, ...lines].join('\r\n')),
    type: 'application/csv',
  });

/** The answer names a wrong line by number and column. The lines around it are stored. */
const sendWrongLine = async (stage: Stage, lines: readonly string[]): Promise<void> => {
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

/** 办件文件: the hall sends the finished cases of the day as an office program saves them. */
export const playCaseFile = async (stage: Stage): Promise<void> => {
  const { tell, clock, rated } = stage;
  tell.scene('以文件上报', 'Cases come in a file');
  tell.say(
    '大厅把当天办结的办件存成 CSV（GB18030）上报。',
    'The hall reports the endings of the day as CSV, in GB18030.',
  );
  const at = formatTime(clock.now());
  const lines = rated.map(({ projectNo }) => `${projectNo},办结,${at},准予,${note}`);
  await sendWrongLine(stage, lines);
  const corrected = await sendFile(stage, lines);
  const isOneNew = corrected.stored === 1 && corrected.repeats === lines.length - 1;
  expectThat(isOneNew, 'the corrected line is new, the others are known', corrected);
  tell.pass('改好后整个文件再传：只新增那一行', 'mended and sent again: one line is new');
  const again = await sendFile(stage, lines);
  expectThat(again.repeats === lines.length && again.stored === 0, 'nothing is new', again);
  const known = await stage.play('readCase', { at: { projectNo: rated[1]?.projectNo ?? '' } });
  const [, ending] = known.timeline;
  expectThat(known.timeline.length === 2 && known.state === 'finished', 'finished once', known);
  expectThat(ending?.result?.note === note, 'the characters are whole', ending?.result);
  tell.pass('第三次上传什么也不改变', 'a third time changes nothing');
};
