import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

import { valueWords } from '../view/cell-words.ts';
import { chartRows, toChartValue } from '../view/view.ts';
import type { Cell, BulletinChart, BulletinTable } from '../view/view.ts';

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);

const colours = ['#1f5fa8', '#c8501e', '#4a8a3c'];
const font = 'Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif';
const width = 680;
const barHeight = 20;
const labelWidth = 210;

interface Drawing {
  readonly rows: readonly (readonly Cell[])[];
  readonly categories: readonly string[];
}

/** Returns the table rows that a chart shows. */
const drawingOf = (table: BulletinTable, chart: BulletinChart): Drawing => {
  const rows = chartRows(table, chart);
  return { rows, categories: rows.map((row) => valueWords(row[chart.category])) };
};

const heightOf = (chart: BulletinChart, bars: number): number =>
  chart.kind === 'bar' ? Math.max(60, bars * barHeight + 20) : 230;

/** Shortens a date to its day of the month, for charts of one month. */
const shortenCategory = (category: string): string =>
  /^\d{4}-\d{2}-(\d{2})$/.exec(category)?.[1] ?? category;

const seriesOf = (table: BulletinTable, chart: BulletinChart, { rows }: Drawing) =>
  chart.values.map((column) => ({
    type: chart.kind === 'line' ? ('line' as const) : ('bar' as const),
    name: table.columns[column]?.header ?? '',
    data: rows.map((row) => toChartValue(row[column])),
    silent: true,
    symbolSize: 4,
    barMaxWidth: 18,
    label: {
      show: chart.kind !== 'line',
      position: chart.kind === 'bar' ? ('right' as const) : ('top' as const),
      formatter: ({ dataIndex }: { dataIndex: number }) => valueWords(rows[dataIndex]?.[column]),
    },
  }));

const categoryAxis = (chart: BulletinChart, { categories }: Drawing) => ({
  type: 'category' as const,
  data: categories.map(shortenCategory),
  inverse: chart.kind === 'bar',
  axisTick: { show: false },
  axisLabel: {
    interval: 0,
    color: '#1b1f24',
    fontSize: 11,
    ...(chart.kind === 'bar' ? { width: labelWidth, overflow: 'truncate' as const } : {}),
  },
});

const valueAxis = (chart: BulletinChart) => ({
  type: 'value' as const,
  min: 0,
  // Columns and lines show counts, which are integers; only bars show rates.
  ...(chart.kind === 'bar' ? {} : { minInterval: 1 }),
  axisLabel: { show: chart.kind !== 'bar', color: '#1b1f24', fontSize: 11 },
  splitLine: { show: chart.kind !== 'bar' },
});

const optionOf = (table: BulletinTable, chart: BulletinChart, drawing: Drawing) => {
  const [category, value] = [categoryAxis(chart, drawing), valueAxis(chart)];
  const isLying = chart.kind === 'bar';
  const isMany = chart.values.length > 1;
  return {
    animation: false,
    color: colours,
    textStyle: { fontFamily: font },
    ...(isMany ? { legend: { top: 0, selectedMode: false } } : {}),
    grid: isLying
      ? { left: labelWidth + 10, right: 70, top: 4, bottom: 4 }
      : { left: 50, right: 16, top: isMany ? 30 : 20, bottom: 24 },
    xAxis: isLying ? value : category,
    yAxis: isLying ? category : value,
    series: seriesOf(table, chart, drawing),
  };
};

const asAttributes = (_found: string, style: string): string =>
  style
    .split(';')
    .map((rule) => rule.split(':'))
    .flatMap(([name = '', value]) =>
      value === undefined ? [] : [` ${name.trim()}="${value.trim()}"`],
    )
    .join('');

/**
 * Removes the parts that only a script uses and the ids that change with every call, and turns each
 * `style` into attributes, because the page's content security policy allows no other style than
 * its own. Clip paths can go: nothing extends beyond its frame.
 */
const stripStyles = (svg: string): string =>
  svg
    .replaceAll(/<style[\s\S]*?<\/style>|<clipPath[\s\S]*?<\/clipPath>/g, '')
    .replaceAll(/ (?:class|clip-path|ecmeta_\w+)="[^"]*"/g, '')
    .replaceAll(/ style="([^"]*)"/g, asAttributes);

/** Renders a chart as self-contained SVG, without scripts, style sheets or external resources. */
export const chartSvg = (table: BulletinTable, chart: BulletinChart): string => {
  const drawing = drawingOf(table, chart);
  const height = heightOf(chart, drawing.rows.length);
  const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    instance.setOption(optionOf(table, chart, drawing));
    return stripStyles(instance.renderToSVGString());
  } finally {
    instance.dispose();
  }
};
