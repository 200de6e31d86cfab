/** 终端类别: the kind of program with which somebody rates. No version and no model is kept. */
type ClientFamily = 'app' | 'mobile_browser' | 'desktop_browser' | 'other';

/** In this order: an app shows pages in a browser of the phone and names both. */
const signs: readonly (readonly [family: ClientFamily, sign: RegExp])[] = [
  // WeChat, Alipay, DingTalk (with the government's own), and the page view of any other app.
  ['app', /MicroMessenger|AlipayClient|DingTalk|TaurusApp|; wv\)|\bAppleWebKit\b(?!.*Safari)/i],
  ['mobile_browser', /Mobile|Android|iPhone|iPad|HarmonyOS|OpenHarmony/i],
  ['desktop_browser', /Mozilla\/5\.0.*(?:Windows NT|Macintosh|X11|Linux)/i],
];

export const clientFamilyOf = (userAgent: string): ClientFamily =>
  signs.find(([, sign]) => sign.test(userAgent))?.[0] ?? 'other';
