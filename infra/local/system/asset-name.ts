/** What the CDK calls assets, and the places they are uploaded to. */
import { sha256 } from '../../bundle-contents.ts';
import { bundleDigest } from '../../construct/bundle-asset.ts';

/** Of an asset manifest, what matters here. */
interface Assets {
  readonly files: Readonly<Record<string, { destinations: Readonly<Record<string, object>> }>>;
}

/** Of code whose digest it was given. */
export const assetNameOf = (bundle: string): string => sha256(bundleDigest(bundle));

const nameOfDestination = (name: string, destination: object): string =>
  name.replace(/[0-9a-f]{8}$/u, sha256(JSON.stringify(destination)).slice(0, 8));

/** The text of an asset manifest, with every destination called by what it says now. */
export const nameDestinations = (text: string): string => {
  const assets = JSON.parse(text) as Assets;
  for (const file of Object.values(assets.files)) {
    file.destinations = Object.fromEntries(
      Object.entries(file.destinations).map(([name, destination]) => [
        nameOfDestination(name, destination),
        destination,
      ]),
    );
  }
  return JSON.stringify(assets, undefined, 2);
};
