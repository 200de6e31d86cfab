import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { evidenceId, fileProblems } from '../evidence/contract.table.ts';
import { ticketFileExample, ticketParameter } from './contract.table.ts';

export const actionOperations = [
  {
    on: 'POST /v1/tickets/{id}/actions',
    id: 'actOnTicket',
    to: 'ticket/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '办理工单', en: 'Act on a ticket' },
    description: {
      zh: '承办、督办、复核人员的一步操作，type 见 TicketAction。expectedVersion 为您所见的版本，不一致时返回 409 与当前版本。带 actionId（自编，如 UUID）的操作，响应丢失后重发不会重复执行，返回 repeated；同一 actionId 用于其他内容时返回 409。承办部门认为不属本部门职责的，可申请改派（askTransfer）；由未承办过该工单的督办人员决定（transfer、declineTransfer），改派至其他区域、或改派两次后由市级决定；其间期限照常计算，接收部门不得拒绝。unmask 须说明理由，先留痕、后显示，仅在评价人同意联系或回访尚未完成时可用；姓名与手机号只在该次响应中返回，mobile 为评价前办件已有的号码，评价后业务系统另报的号码在 laterMobile 中，接听者未必是评价人。',
      en: 'One action of a handler, supervisor or reviewer; see TicketAction for its types. expectedVersion is the version you saw; if it is outdated, the response is 409 with the current one. An action with an actionId of your own, for example a UUID, can be sent again after a lost response: it is not done twice and returns repeated; the same actionId with other content is 409. A department that is not responsible asks for a transfer (askTransfer); a supervisor outside every department that ever had the ticket decides (transfer, declineTransfer), to another area, or after two transfers, one of the whole city. The clocks run on, and the receiving department cannot refuse. unmask needs a reason, is recorded before anything is shown, and is available only if the rater consented to contact or was not contacted yet; name and mobile number are in that response only: mobile is the number that the case had before the rating; one that the handling system told afterwards stands in laterMobile, and whoever answers there need not be the rater.',
    },
    parameters: [ticketParameter],
    request: {
      schema: 'TicketAction',
      example: {
        type: 'submit',
        expectedVersion: 4,
        actionId: '6f1e2c5a-9d3b-4a77-8c10-2b5e9f7d4a31',
        result: 'rectified',
        measure: '已增设受理窗口，并对经办人员重新培训。',
        answer: '您反映的超时问题属实，我局已补办完毕并调整流程，向您致歉。',
        evidence: [evidenceId],
      },
    },
    answers: [
      {
        status: 200,
        words: { zh: '操作后的工单', en: 'The ticket after the action' },
        content: {
          schema: 'ActionAnswer',
          example: {
            repeated: false,
            id: ticketFileExample.id,
            state: 'open',
            version: 1,
            ticket: ticketFileExample,
          },
        },
      },
    ],
    problems: problemsFor('staffWrite', [
      'ticket_unknown',
      'out_of_scope',
      'stale_version',
      'action_differs',
      'illegal_move',
      'own_claim',
      'own_submission',
      'own_department',
      'own_work',
      'department_missing',
      'contact_missing',
      'finding_missing',
      'evidence_missing',
      ...fileProblems,
      'claim_used',
      'claim_waiting',
      'claim_not_waiting',
      'extension_late',
      'extension_too_long',
      'already_due',
      'review_date_past',
      'review_date_too_far',
      'review_date_of_city',
      'same_department',
      'area_unlisted',
      'area_closed',
      'department_unlisted',
      'transfer_waiting',
      'transfer_not_waiting',
      'transfer_of_city',
      'unmask_not_needed',
      'case_unknown',
    ]),
  },
] as const satisfies readonly Operation[];
