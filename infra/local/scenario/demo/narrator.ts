/** Prints the demo line by line. */
export interface Narrator {
  scene(zh: string, en: string): void;
  say(zh: string, en: string): void;
  /** Text from an answer of the instance. */
  quote(text: string): void;
  /** An expectation that holds. */
  pass(zh: string, en: string): void;
  fail(text: string): void;
  table(head: readonly string[], rows: readonly (readonly string[])[]): void;
}

const codes = { bold: 1, dim: 2, red: 31, green: 32, cyan: 36 } as const;

/** Chinese characters and full-width signs are two columns wide. */
const countColumns = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (/[\u2E80-\uFFEF]/u.test(sign) ? 2 : 1), 0);

const padColumns = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - countColumns(text)));

export const createNarrator = (write: (line: string) => void, isColoured: boolean): Narrator => {
  const paint = (colour: keyof typeof codes, text: string): string =>
    isColoured ? `\u001B[${codes[colour]}m${text}\u001B[0m` : text;
  let scenes = 0;
  return {
    scene: (zh, en) => {
      scenes += 1;
      write('');
      write(paint('bold', `${scenes}. ${zh} · ${en}`));
    },
    say: (zh, en) => {
      write(`   ${zh}`);
      write(paint('dim', `   ${en}`));
    },
    quote: (text) => {
      for (const line of text.split('\n')) write(paint('cyan', `   │ ${line}`));
    },
    pass: (zh, en) => write(`   ${paint('green', '✓')} ${zh} ${paint('dim', `· ${en}`)}`),
    fail: (text) => write(`   ${paint('red', '✗')} ${text}`),
    table: (head, rows) => {
      const widths = head.map((_, index) =>
        Math.max(...[head, ...rows].map((row) => countColumns(row[index] ?? ''))),
      );
      const line = (row: readonly string[]): string =>
        `   ${row.map((cell, index) => padColumns(cell, widths[index] ?? 0)).join('   ')}`.trimEnd();
      write(paint('bold', line(head)));
      for (const row of rows) write(line(row));
    },
  };
};
