import type { Language } from '../../domain/text/language.ts';

type Words = Readonly<Record<Language, string>>;

/** A part of a page about the service: a heading, and its sentences. */
export interface AboutPart {
  readonly heading: Words;
  readonly lines: readonly Words[];
}

/** 个人信息保护: beside the notice itself, what the rater can do and what is kept where. */
export const privacyParts: readonly AboutPart[] = [
  {
    heading: { zh: '您的权利', en: 'What you may ask for' },
    lines: [
      {
        zh: '查阅、更正或申请删除您的个人信息，请联系{unit}，电话：{phone}。',
        en: 'To see or correct your personal data, or to ask for their deletion, call {unit}, {phone}.',
      },
      {
        zh: '公开文字评价须经您同意，公开前隐去个人信息。',
        en: 'Your words are published only with your consent, and without personal data.',
      },
    ],
  },
  {
    heading: { zh: '谁可以查看', en: 'Who may look' },
    lines: [
      {
        zh: '工作人员查看您的姓名、电话须说明理由，并全程留痕；查看记录在评价回执中显示。',
        en: 'Staff give a reason for each look at your name and number. Every look is recorded, and your receipt shows it.',
      },
      {
        zh: '持有回执编号的人可查看办理进展和评价内容，请勿转发。',
        en: 'Everybody who has a receipt number can see the progress and what was said, so do not pass it on.',
      },
    ],
  },
  {
    heading: { zh: '您的设备中保存的内容', en: 'What your device keeps' },
    lines: [
      {
        zh: '本服务不使用Cookie，不加载其他网站的内容。',
        en: 'This service uses no cookies and loads nothing from other sites.',
      },
      {
        zh: '提交前，已填内容只保存在本设备当前页面中；提交后删除。浏览器另保存该评价链接的加密摘要和回执编号30天，以便您再次打开回执。',
        en: 'Until you send it, what you entered is kept in this tab only; then it is removed. The browser keeps a digest of the link and the receipt number for 30 days, so that you find the receipt again.',
      },
    ],
  },
];

/** 无障碍说明: what was done, what is missing, and whom to tell. */
export const accessibilityParts: readonly AboutPart[] = [
  {
    heading: { zh: '已采取的措施', en: 'What was done' },
    lines: [
      {
        zh: '页面提供标准版、长辈版和高对比度三种显示方式，字号随系统设置变化，320像素宽的屏幕无须左右滑动。',
        en: 'There are three looks: standard, large text and high contrast. Text follows the size of your system, and a screen of 320 pixels needs no sideways scrolling.',
      },
      {
        zh: '全部操作可用键盘完成，可用读屏软件阅读；不使用图形验证码，不限制填写时间；关闭脚本也可以评价。',
        en: 'Everything can be done with the keyboard and read by a screen reader. There are no picture puzzles and no time limits, and rating works without scripts.',
      },
      {
        zh: '满意度和办理状态均以文字表示，不只以颜色或图形区分。',
        en: 'Levels and states are always words, never a colour or a picture alone.',
      },
      {
        zh: '设备有相应语音的，评价页可以朗读。',
        en: 'Where your device has a voice, the rating page can be read aloud.',
      },
    ],
  },
  {
    heading: { zh: '检查方法与结果', en: 'How it is checked' },
    lines: [
      {
        zh: '以《网页内容可访问性指南》（WCAG）2.2 AA级为目标，每个版本的全部页面均经自动检查。尚未经第三方评测。',
        en: 'The aim is level AA of the Web Content Accessibility Guidelines (WCAG) 2.2. All pages of each version are checked automatically; nobody from outside has assessed them yet.',
      },
    ],
  },
  {
    heading: { zh: '尚有不足', en: 'What is missing' },
    lines: [
      {
        zh: '事项、部门名称和反馈内容只有中文。接口说明等技术文档内容较多，建议使用较大的屏幕阅读。',
        en: 'Names of matters and departments, and the answers, are in Chinese only. The documents for developers are long and easier to read on a large screen.',
      },
    ],
  },
  {
    heading: { zh: '反馈与其他方式', en: 'Tell us, and other ways' },
    lines: [
      {
        zh: '使用中遇到障碍，或希望以电话方式评价的，请拨打{phone}（{unit}）。',
        en: 'If something is in your way, or if you prefer to rate by telephone, call {phone} ({unit}).',
      },
    ],
  },
];
