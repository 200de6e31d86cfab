/** A cryptographic digest, in hex; passed in because the domain imports no crypto module. */
export type Digest = (text: string) => string;
