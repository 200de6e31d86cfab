/**
 * Creates the assembly for changed functions from an earlier one of the same template, without the
 * CDK. The differences are their code, its name (a digest), and every name derived from a digest
 * over that name. The result is byte for byte what the app synthesizes; a test compares the two.
 */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { sha256 } from '../../bundle-contents.ts';
import { ASSETS, codesIn, TEMPLATE, textsIn } from './assembly-texts.ts';
import type { Texts } from './assembly-texts.ts';
import { assetNameOf, nameDestinations } from './asset-name.ts';

export interface Renewal {
  /** A complete assembly of the same template. */
  readonly earlier: string;
  /** The directory with a bundle for each function. */
  readonly bundles: string;
  /** Does not exist yet. */
  readonly outDir: string;
}

type NewNames = ReadonlyMap<string, string>;

const ANY_NAME = /\b[0-9a-f]{64}\b/gu;

const replaceNames = (texts: Texts, names: NewNames): Texts =>
  new Map(
    [...texts].map(([file, text]) => [
      file,
      text.replaceAll(ANY_NAME, (name) => names.get(name) ?? name),
    ]),
  );

/** A template is an asset itself, named by the digest of its content. */
const templateNames = (before: Texts, after: Texts): NewNames =>
  new Map(
    [...before]
      .filter(([file]) => file.endsWith(TEMPLATE))
      .map(([file, text]) => [sha256(text), sha256(after.get(file) ?? text)]),
  );

const nameAllDestinations = (texts: Texts): Texts =>
  new Map(
    [...texts].map(([file, text]) => [file, file.endsWith(ASSETS) ? nameDestinations(text) : text]),
  );

const renewTexts = (texts: Texts, names: NewNames): Texts => {
  const withCode = replaceNames(texts, names);
  return nameAllDestinations(replaceNames(withCode, templateNames(texts, withCode)));
};

/** Whether the names in the earlier assembly follow the rules used here. */
const isUnderstood = (texts: Texts, earlier: string, names: Iterable<string>): boolean => {
  const again = nameAllDestinations(texts);
  return (
    [...texts].every(([file, text]) => again.get(file) === text) &&
    [...names].every((name) => assetNameOf(join(earlier, `asset.${name}`)) === name)
  );
};

/**
 * Returns whether the assembly could be created. It cannot when the earlier one contains something
 * unknown, when a bundle is missing, or when two functions have the same code; then only the app
 * itself can create it.
 */
export const renewAssembly = ({ earlier, bundles, outDir }: Renewal): boolean => {
  const texts = textsIn(earlier);
  const codes = codesIn(texts);
  if (codes === undefined || !isUnderstood(texts, earlier, codes.keys())) return false;
  const sources = [...codes].map(([name, bundle]) => [name, join(bundles, bundle)] as const);
  if (sources.some(([, source]) => !existsSync(source))) return false;
  const names = new Map(sources.map(([name, source]) => [name, assetNameOf(source)]));
  if (new Set(names.values()).size < sources.length) return false;
  mkdirSync(outDir, { recursive: true });
  for (const [name, source] of sources) {
    cpSync(source, join(outDir, `asset.${names.get(name)}`), { recursive: true });
  }
  for (const [file, text] of renewTexts(texts, names)) writeFileSync(join(outDir, file), text);
  return true;
};
