import { extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The header of a file by its name; none where the kind is not known. */
export const contentTypeOf = (name: string): { readonly 'content-type'?: string } => {
  const type = types[extname(name)];
  return type === undefined ? {} : { 'content-type': type };
};
