/** The parts of the pages that this version of the service serves. */
export interface AssetFiles {
  readonly names: readonly string[];
  /** The content, or undefined when this version has no such part. */
  read(name: string): Promise<Uint8Array | undefined>;
}
