const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Elements of an XML document, each with nothing but text in it. */
export const textElements = (elements: Readonly<Record<string, string>>): string =>
  Object.entries(elements)
    .map(([name, value]) => {
      const text = value.replaceAll(/[&<>"\r]/gu, (sign) => ESCAPES[sign] ?? sign);
      return `<${name}>${text}</${name}>`;
    })
    .join('');
