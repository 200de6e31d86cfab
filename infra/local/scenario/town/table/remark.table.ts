import type { Level } from '../../../../../shared/domain/rating/level.ts';

/** 文字评价: invented texts of residents, without names and numbers. */
export const remarks: Readonly<Record<Level, readonly string[]>> = {
  very_satisfied: [
    '一次就办好了，工作人员很耐心。',
    '手机上几分钟办完，没跑腿。',
    '老人不会用手机，窗口帮忙全程代办，谢谢。',
    '材料比想象的少，点赞。',
  ],
  satisfied: [
    '整体顺利，等候时间可以接受。',
    '指引清楚，办得挺快。',
    '网上提交后窗口核验一下就好。',
  ],
  basically_satisfied: ['能办成，就是排队久了点。', '补了一次材料，好在一次说清了。'],
  dissatisfied: [
    '网上写着可以办，到最后一步提示要去窗口。',
    '预约了十点，到现场又重新取号排了一个小时。',
    '同一份证明交了两次。',
    '窗口对新政策不熟，问了三个人说法不一样。',
  ],
  very_dissatisfied: [
    '在几个窗口之间来回跑，没有人说清楚该找谁。',
    '超过承诺时间一个多星期，没有任何说明。',
    '要求提供办事指南里没有的材料。',
    '态度很差，话没听完就让我下一位。',
  ],
};
