/** The scope of a key in the examples of the contract. */
export const exampleScope = {
  areas: ['330602'],
  departments: 'all',
  channels: ['qr', 'sms'],
  numberPrefixes: ['330602'],
} as const;
