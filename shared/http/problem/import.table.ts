import { nameProblems, problem } from './text.ts';

/** Problems of integrators' import files: of a file as a whole, or of one of its lines. */
export const importProblems = nameProblems({
  file_type_unknown: problem(
    415,
    ['不支持的文件类型', '请在 Content-Type 中注明文件的类型；可用的类型见括号。'],
    [
      'The file type is not accepted',
      'Name the type of the file in Content-Type, one of those in brackets.',
    ],
  ),
  file_too_large: problem(
    413,
    ['文件过大', '请拆分后分次发送，或使用导入命令 npm run import。'],
    ['The file is too large', 'Send it in parts, or use npm run import.'],
  ),
  file_too_many_lines: problem(
    413,
    ['文件行数过多', '整个文件均未导入；请拆分后分次发送，或使用导入命令 npm run import。'],
    [
      'The file has too many lines',
      'Nothing was imported; send it in parts, or use npm run import.',
    ],
  ),
  file_empty: problem(
    400,
    ['文件中没有数据', '列名行之后每行一个事件；工作簿读取第一张有列名的可见工作表。'],
    [
      'The file contains no data',
      'Below the line that names the columns each line is one event; of a workbook the first visible sheet with column names is read.',
    ],
  ),
  file_charset_unknown: problem(
    415,
    [
      '不支持所声明的字符集',
      '表格可用 UTF-8、GB18030（含 GBK、GB2312）或 UTF-16，JSON Lines 只用 UTF-8：请另存为其中一种，并更正或去掉 Content-Type 中的 charset。未写入任何内容。',
    ],
    [
      'The stated character set is not accepted',
      'A table may be in UTF-8, GB18030 (with GBK and GB2312) or UTF-16, JSON Lines in UTF-8 alone: save it as one of them, and correct the charset of Content-Type or leave it out. Nothing was stored.',
    ],
  ),
  file_encoding_unknown: problem(
    400,
    [
      '无法识别文件编码',
      '请另存为带 BOM 的 UTF-8（Excel 中为“CSV UTF-8”）后重新发送；GB18030、带 BOM 的 UTF-16 及 UTF-8 也可，但中文过少或不像中文的文件无法判断编码。',
    ],
    [
      'The encoding of the file is not certain',
      'Save it as UTF-8 with its mark (“CSV UTF-8” in Excel) and send it again. GB18030, UTF-16 with its mark and UTF-8 are read too, but not told apart where little in a file is Chinese, or does not read so.',
    ],
  ),
  file_characters_lost: problem(
    400,
    [
      '文件中的字符已丢失',
      '文件含替换字符 U+FFFD。以 text/csv 发送时网关只传递 UTF-8；其他编码请使用 application/csv。',
    ],
    [
      'Characters of the file are lost',
      'It contains the replacement character U+FFFD. Sent as text/csv, only UTF-8 passes the gateway; send other encodings as application/csv.',
    ],
  ),
  file_character_broken: problem(
    400,
    [
      '文件中有不完整的字符',
      '文件为 UTF-8 编码，括号内为首个不完整字符的行号、列号（列按字符数），以冒号分隔；请更正该处或重新导出后发送整个文件。',
    ],
    [
      'A character of the file is broken',
      'The file is UTF-8; the first broken character is at the line:column in brackets (columns in characters). Correct it there, or export the file again.',
    ],
  ),
  file_old_workbook: problem(
    400,
    ['文件是旧版 Excel 工作簿（.xls）', '请在 Excel 或 WPS 中另存为 .xlsx 后重新发送。'],
    [
      'The file is an old Excel workbook (.xls)',
      'Save it as .xlsx in Excel or WPS and send it again.',
    ],
  ),
  file_encrypted: problem(
    400,
    ['工作簿设有打开密码', '请在 Excel 或 WPS 中取消密码，另存为 .xlsx 后重新发送。'],
    [
      'The workbook needs a password to be opened',
      'Remove the password in Excel or WPS, save it as .xlsx and send it again.',
    ],
  ),
  file_unreadable: problem(
    400,
    ['文件无法读取', '文件可能已损坏、被加密或不完整；请检查后重新发送整个文件。'],
    [
      'The file cannot be read',
      'It may be damaged, encrypted or cut off; check it and send the whole file again.',
    ],
  ),
  file_quotes_unmatched: problem(
    400,
    [
      '文件中的引号不成对',
      '请检查所指行及其以上各行的引号：单元格以 " 开头时须以 " 结尾，其中的 " 写成 ""。',
    ],
    [
      'Quotes in the file do not match',
      'Check the line named and those above it: a cell that begins with " must end with ", and a " within it is doubled.',
    ],
  ),
  file_line_too_long: problem(
    400,
    [
      '文件中有一行过长',
      '一行不得超过 256 KiB；请检查是否误将其他内容粘贴到单元格，缩短后重新发送整个文件。',
    ],
    [
      'A line of the file is too long',
      'A line has at most 256 KiB; check whether something else was pasted into a cell, shorten it and send the whole file again.',
    ],
  ),
  file_cut_off: problem(
    400,
    ['文件不完整', '文件在字符中间中断，导出或传输未完成；请重新导出后发送整个文件。'],
    [
      'The file is incomplete',
      'It ends within a character; export it again and send the whole file.',
    ],
  ),
  file_unpacks_too_large: problem(
    413,
    ['工作簿解压后过大', '请只保留需要导入的工作表。'],
    ['The workbook is too large when unpacked', 'Keep only the sheet to be imported.'],
  ),
  file_header_missing: problem(
    400,
    ['没有列名行', '前 20 行中未找到已知列名。请使用模板，或在数据上方写一行列名。'],
    [
      'No line names the columns',
      'No known column name was found in the first 20 lines. Use the template, or name the columns in a line above the data.',
    ],
  ),
  file_columns_unknown: problem(
    400,
    ['存在未知的列', '请更正或删除这些列。'],
    ['The file has unknown columns', 'Correct or remove the columns named.'],
  ),
  file_columns_missing: problem(
    400,
    ['缺少必需的列', '请补充所列各列。'],
    ['Required columns are missing', 'Add the columns named.'],
  ),
  file_columns_twice: problem(
    400,
    ['同一列重复出现', '中英文列名指同一列；请只保留一列。'],
    [
      'A column occurs twice',
      'A Chinese and an English name stand for the same column; keep one of them.',
    ],
  ),
  line_cells_differ: problem(
    400,
    [
      '该行的列数与列名行不同',
      '请检查引号与分隔符；末行没有换行时可能不完整。行末可省略选填列的空单元格。',
    ],
    [
      'The line has more or fewer cells than the header',
      'Check its quotes and separators; a last line without a line end may be incomplete. Empty optional cells at its end can be left out.',
    ],
  ),
  line_cells_unnamed: problem(
    400,
    [
      '该行在没有列名的列中有内容',
      '括号内为所在列；请为该列写上列名，或清除这些单元格后重新发送。',
    ],
    [
      'The line has something in a column without a name',
      'The column is named in brackets: give it a name in the header, or clear these cells, and send the line again.',
    ],
  ),
  line_is_header: problem(
    400,
    ['该行是列名行', '一个文件只能有一行列名。列不同的表请分别发送；其下各行未按该行的列名读取。'],
    [
      'The line names columns again',
      'A file has one line of column names. Send tables with other columns as files of their own; the lines below were not read by these names.',
    ],
  ),
  line_outside_table: problem(
    400,
    [
      '该行不在所读取的表内',
      '该行在列名行之上，或在另一列名行之下；请将列名行移到数据之上，或将各表分别发送。',
    ],
    [
      'The line is outside the table that was read',
      'It stands above the line of column names, or below another one: move the names above the data, or send each table as a file of its own.',
    ],
  ),
  line_no_object: problem(
    400,
    ['该行不是一个事件', '每行须为一个 JSON 对象 {…}，不得为数组，也不得跨行。'],
    [
      'The line is not an event',
      'Each line is one JSON object {…}: not an array, and not spread over lines.',
    ],
  ),
  line_too_long: problem(
    400,
    ['该行过长', '一行最多 256 Ki 个字符；每行须为一个 JSON 对象，请勿将整个数组写在一行。'],
    [
      'The line is too long',
      'A line has at most 256 Ki characters and is one JSON object, not an array of all of them.',
    ],
  ),
});
