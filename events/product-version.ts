/** The version of the product, as in its package; a test holds them together. */
export const productVersion = '0.1.0';
