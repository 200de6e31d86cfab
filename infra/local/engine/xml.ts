const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Formats elements of an XML document that contain only text. */
export const textElements = (elements: Readonly<Record<string, string>>): string =>
  Object.entries(elements)
    .map(([name, value]) => {
      const text = value.replaceAll(/[&<>"\r]/gu, (sign) => ESCAPES[sign] ?? sign);
      return `<${name}>${text}</${name}>`;
    })
    .join('');
