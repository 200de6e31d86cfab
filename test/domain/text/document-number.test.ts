import { expect, it } from 'vitest';

import { documentNumber } from '../../../shared/domain/text/document-number.ts';

it.each([
  '国办发〔2019〕51号',
  '国办发明电〔2025〕7号',
  '浙政办函〔2019〕65号',
  '粤政数〔2020〕11号',
  '绍市办B〔2026〕1234号',
])('%s is the number of a document', (number) => {
  expect(number).toMatch(documentNumber);
});

it.each([
  ['no number', '国办发〔2019〕号'],
  ['five digits', '国办发〔2019〕12345号'],
  ['a number in words', '国办发〔2019〕五十一号'],
  ['no kind', '〔2019〕51号'],
  ['one character for the kind', '国〔2019〕51号'],
  ['digits in the kind', '国办发2〔2019〕51号'],
  ['something before it', '《国办发〔2019〕51号'],
  ['something after it', '国办发〔2019〕51号附件'],
  ['the brackets of a keyboard', '国办发[2019]51号'],
  ['two digits for the year', '国办发〔19〕51号'],
  ['the year in words', '国办发〔二〇一九〕51号'],
  ['nothing', ''],
])('%s is none', (_what, number) => {
  expect(number).not.toMatch(documentNumber);
});
