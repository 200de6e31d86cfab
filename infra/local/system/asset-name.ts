/** The names that the CDK gives to assets and to their upload destinations. */
import { sha256 } from '../../bundle-contents.ts';
import { bundleDigest } from '../../construct/bundle-asset.ts';

/** The relevant part of an asset manifest. */
interface Assets {
  readonly files: Readonly<Record<string, { destinations: Readonly<Record<string, object>> }>>;
}

/** Returns the name of code whose digest was given to the CDK. */
export const assetNameOf = (bundle: string): string => sha256(bundleDigest(bundle));

const nameOfDestination = (name: string, destination: object): string =>
  name.replace(/[0-9a-f]{8}$/u, sha256(JSON.stringify(destination)).slice(0, 8));

/** Returns the text of an asset manifest, with every destination named by its current content. */
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
