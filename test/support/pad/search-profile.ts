/** What somebody finds who takes the disk of a device. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** As a browser writes a text: in one byte a character or in two, and as a part of an address. */
const patternsOf = (text: string): readonly Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(encodeURIComponent(text)),
];

const filesIn = async (directory: string): Promise<readonly string[]> => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
};

/** The files of the directory in which some of the texts are. */
export const filesWith = async (
  directory: string,
  texts: readonly string[],
): Promise<readonly string[]> => {
  const patterns = texts.flatMap(patternsOf);
  const read = await Promise.all(
    (await filesIn(directory)).map(async (file) => ({ file, content: await readFile(file) })),
  );
  return read
    .filter(({ content }) => patterns.some((pattern) => content.includes(pattern)))
    .map(({ file }) => relative(directory, file));
};
