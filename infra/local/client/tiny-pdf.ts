const toPdfObjects = (line: string): readonly string[] => {
  const stream = `BT /F1 18 Tf 72 760 Td (${line}) Tj ET`;
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
};

const PLAIN = /^[ -'*-[\]-~]*$/;

/**
 * Creates a PDF with one page and one line of text. The same line gives the same bytes.
 * @throws RangeError for anything but ASCII without parentheses and backslash
 */
export const tinyPdf = (line: string): Buffer => {
  if (!PLAIN.test(line)) throw new RangeError('the text of a tiny PDF is plain ASCII');
  let file = '%PDF-1.4\n';
  const offsets = toPdfObjects(line).map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = offsets.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, 'latin1');
};
