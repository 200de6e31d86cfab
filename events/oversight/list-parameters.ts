import type { Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { Area } from '../primitive.ts';

const { area } = exampleCase;

export const areaParameter: Parameter = {
  name: 'area',
  in: 'query',
  schema: Area,
  words: {
    zh: '行政区划；默认为本人区域，市级人员为全市各区域',
    en: 'Area; by default the caller’s own, for city staff every area',
  },
  example: area,
};

export const listProblems = problemsFor('staffRead', [
  'invalid_input',
  'out_of_scope',
  'area_unknown',
  'cursor_invalid',
]);
