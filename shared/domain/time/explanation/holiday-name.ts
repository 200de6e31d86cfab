/** English names of the holidays of the notices. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['元旦', "New Year's Day"],
  ['春节', 'Spring Festival'],
  ['清明节', 'Qingming Festival'],
  ['劳动节', 'Labour Day'],
  ['端午节', 'Dragon Boat Festival'],
  ['中秋节', 'Mid-Autumn Festival'],
  ['国庆节', 'National Day'],
]);

/** Combined holidays are written with 、 in the notices. An unknown name stays in Chinese. */
export const holidayInEnglish = (name: string): string =>
  name
    .split('、')
    .map((part) => NAMES.get(part) ?? part)
    .join(' and ');
