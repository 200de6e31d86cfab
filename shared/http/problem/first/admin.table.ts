import { problem } from '../text.ts';
import type { ProblemText } from '../text.ts';

/** Of what administrators keep: calendars, policies, webhooks and keys. */
export const adminCodes = {
  calendar_invalid: problem(
    422,
    ['节假日安排有误', '请对照国务院办公厅通知，按 errors 中列出的路径逐项更正；未写入任何内容。'],
    [
      'The calendar year is inconsistent',
      'Compare it with the notice and correct what is listed under errors; nothing was stored.',
    ],
  ),
  year_unknown: problem(
    404,
    ['年份无效', '请使用 1992 至 9998 之间的四位年份。'],
    ['The year is not valid', 'Use a year of four digits from 1992 to 9998.'],
  ),
  policy_invalid: problem(
    422,
    ['规则有误', '请提交完整的规则，并按 errors 中列出的路径逐项更正；未写入任何内容。'],
    [
      'The policy is inconsistent',
      'Send a complete policy and correct what is listed under errors; nothing was stored.',
    ],
  ),
  policy_unchanged: problem(
    409,
    ['规则与现行版本相同', '未生成新的版本；现行版本号见 version，请修改后再提交。'],
    [
      'The policy is the one in force',
      'No new version was made; version names the one in force. Change something and send it again.',
    ],
  ),
  policy_unknown: problem(
    404,
    ['未找到该规则版本', '请查看规则列表中的版本号。'],
    ['There is no such policy', 'See the list of policies for their versions.'],
  ),
  notice_unknown: problem(
    404,
    ['未找到该通知', '请核对通知编号；尚未发送的通知不在收件箱中。'],
    ['There is no such notice', 'Check its id; a notice that was not sent yet is in no inbox.'],
  ),
  webhook_unknown: problem(
    404,
    ['未找到该推送地址', '请核对编号；已删除的推送地址不能再操作。'],
    ['There is no such webhook', 'Check its id; a removed webhook cannot be used.'],
  ),
  webhook_address_refused: problem(
    422,
    ['推送地址不可用', '仅接受 https 完整域名地址，不接受 IP、内网短名、用户名与片段。'],
    [
      'The address cannot be used',
      'Give an https address with a full host name: no IP address, no short name, no user, no fragment.',
    ],
  ),
  too_many_webhooks: problem(
    409,
    ['推送地址已达上限', '请先删除不再使用的推送地址。'],
    ['The number of webhooks is at its limit', 'Remove a webhook that is no longer used first.'],
  ),
  integrator_unknown: problem(
    404,
    [
      '未找到该接入密钥',
      '请核对 Access Key：本区域的密钥见 GET /v1/integrators；已吊销的密钥不能再使用，也不能接收办件。',
    ],
    [
      'There is no such access key',
      'Check it: GET /v1/integrators lists the keys of your area; a revoked one is not used again, and no case is handed over to it.',
    ],
  ),
} as const satisfies Record<string, ProblemText>;
