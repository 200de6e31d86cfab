import { problem } from '../text.ts';
import type { ProblemText } from '../text.ts';

/** Of tickets and their evidence. */
export const ticketCodes = {
  ticket_unknown: problem(
    404,
    ['未找到该工单', '请核对工单编号。'],
    ['There is no such ticket', 'Check the ticket id.'],
  ),
  stale_version: problem(
    409,
    ['工单已被更新', '请按 version 所示的当前版本重新读取工单，核对后重新提交。'],
    [
      'The ticket has changed',
      'Read the ticket again (its current version is in version), check it and submit again.',
    ],
  ),
  action_differs: problem(
    409,
    [
      '操作编号已用于其他内容',
      '您已以该 actionId 在此工单上做过另一操作；新的操作请使用新的 actionId。',
    ],
    [
      'The action id is in use for other content',
      'You did something else on this ticket with this actionId; use a new actionId for a new action.',
    ],
  ),
  illegal_move: problem(
    409,
    ['工单当前状态不允许该操作', '请查看工单的 allowed，其中列出您现在可以进行的操作。'],
    [
      'The state of the ticket does not permit this',
      'See allowed in the ticket for what you may do now.',
    ],
  ),
  own_claim: problem(
    403,
    ['不得审核本人提出的申请', '申请须由承办部门以外的其他人员审核。'],
    [
      'You cannot rule on your own request',
      'A person outside the handling department must rule on it.',
    ],
  ),
  own_submission: problem(
    403,
    ['不得审核本人提交的整改', '闭环审核须由提交人以外、承办部门以外的人员进行。'],
    [
      'You cannot review your own submission',
      'A person outside the handling department must approve or return it.',
    ],
  ),
  own_department: problem(
    403,
    [
      '不得审核涉及本部门的评价和工单',
      '被评价部门和承办过该工单的部门均不得审核；请由其他部门的人员审核。',
    ],
    [
      'A department cannot rule on what was said of it',
      'Neither the rated department nor one that ever had the ticket may rule; a person of another department must decide.',
    ],
  ),
  own_work: problem(
    403,
    [
      '不得审核涉及本人的评价和工单',
      '提供该次服务、录入或复核该评价、办理过该工单的人员，调任后仍不得审核；请由其他人员审核。',
    ],
    [
      'You cannot oversee what is about your own work',
      'Who served, entered or checked the rating, or worked on the ticket does not rule on it, also after a change of department; another person must decide.',
    ],
  ),
  department_missing: problem(
    403,
    ['您的账号未登记所属部门', '审核须由其他部门的人员进行，请联系系统管理员登记所属部门。'],
    [
      'Your account names no department',
      'A ruling needs a person of another department; ask the administrator of accounts to enter yours.',
    ],
  ),
  contact_missing: problem(
    422,
    ['尚未完成回访', '请先回访评价人并登记；多次联系不上的，登记次数达到规则要求后也可提交。'],
    [
      'The rater has not been contacted',
      'Record a contact first, or as many attempts as the policy requires.',
    ],
  ),
  finding_missing: problem(
    422,
    ['尚未核实', '请先登记核实结论（find）与原因。'],
    ['The finding is missing', 'Record the finding and its cause first.'],
  ),
  evidence_missing: problem(
    422,
    ['缺少佐证材料', '请先上传佐证材料，并在 evidence 中引用其编号。'],
    ['Evidence is missing', 'Upload a file first and give its id under evidence.'],
  ),
  claim_used: problem(
    409,
    ['该类申请限提一次，已提出过', '延期申请的次数以规则为准。'],
    [
      'This request was already made',
      'Each kind of request can be made once; extensions as often as the policy permits.',
    ],
  ),
  claim_waiting: problem(
    409,
    ['已有申请待审核', '请待现有申请审核后再操作。'],
    ['Another request awaits its ruling', 'Wait for that ruling first.'],
  ),
  claim_not_waiting: problem(
    409,
    ['没有该类待审核的申请', '请核对 claim 是否与工单中待审核的申请一致。'],
    [
      'No such request awaits a ruling',
      'Compare claim with the request that is pending on the ticket.',
    ],
  ),
  extension_late: problem(
    422,
    ['整改期限已届满，不能申请延期', '延期申请须在期限届满前提出。'],
    ['It is too late for an extension', 'Request an extension before the due time.'],
  ),
  extension_too_long: problem(
    422,
    ['申请的延期天数超过上限', '请按规则允许的最长延期天数申请。'],
    ['The extension is too long', 'Request no more days than the policy permits.'],
  ),
  already_due: problem(
    409,
    ['整改期限已届满，不能批准延期', '该延期申请只能驳回。'],
    ['The due time has passed', 'The extension can only be refused now.'],
  ),
  review_date_past: problem(
    422,
    ['复核日期须晚于今天', '请另选一个复核日期。'],
    ['The review date must be in the future', 'Choose a date after today.'],
  ),
  review_date_too_far: problem(
    422,
    ['复核日期过远', '复核日期距今天不得超过 120 个工作日，请另选较近的日期，到期复核时可再延。'],
    [
      'The review date is too far away',
      'Choose a date within 120 working days from today; it can be moved again when it is reviewed.',
    ],
  ),
  review_date_of_city: problem(
    403,
    [
      '复核日期超过规则允许的工作日数',
      '请由全市督办人员批准，或另选较近的复核日期（须由申请部门重新填写的，请先驳回）。',
    ],
    [
      'The review date is beyond the policy',
      'Have a supervisor of the whole city grant it, or settle on an earlier date (refuse the claim when the department named it).',
    ],
  ),
  same_department: problem(
    422,
    ['工单已在该部门', '请改派至其他部门。'],
    ['The ticket is already with that department', 'Name another department.'],
  ),
  transfer_waiting: problem(
    409,
    ['已申请改派，正等待决定', '督办人员决定前，请继续按期办理。'],
    [
      'A transfer was already asked for',
      'Go on with the ticket until a supervisor has decided on it.',
    ],
  ),
  transfer_not_waiting: problem(
    409,
    ['没有待决定的改派申请', '申请可能已有决定或已失效，请查看办理记录。'],
    [
      'No transfer was asked for',
      'The request may have been decided or have lapsed; see the steps of the ticket.',
    ],
  ),
  transfer_of_city: problem(
    403,
    [
      '该改派须由市级决定',
      '工单已改派两次，或拟改派至其他区域：请由市级督办人员决定是否改派、改派至哪个部门。',
    ],
    [
      'The city decides on this transfer',
      'The ticket was transferred twice, or would go to another area: a supervisor of the whole city must decide whether, and to which department, it is transferred.',
    ],
  ),
  unmask_not_needed: problem(
    403,
    [
      '不得查看评价人身份信息',
      '评价人未同意联系，且回访已完成；仅在评价人同意联系或回访尚未完成时可以查看。',
    ],
    [
      'The identity of the rater is not available',
      'The rater did not consent to contact and the contact is done; the name is available only with consent or before the contact.',
    ],
  ),
  append_closed: problem(
    409,
    ['不在追评期限内', '差评整改反馈后，在追评期限内可追评1次。'],
    [
      'The follow-up period is not open',
      'One follow-up rating is possible after the answer, within the follow-up period.',
    ],
  ),
  append_used: problem(
    409,
    ['已追评', '每次评价可追评1次，追评不可更改。如非您本人所评，请拨打 12345 提出异议。'],
    [
      'A follow-up rating was already given',
      'A rating takes one follow-up, which cannot be changed. If you did not give it, call 12345 to contest it.',
    ],
  ),
  evidence_type_wrong: problem(
    422,
    ['文件类型不符', '仅接受 pdf、jpeg、png、docx、xlsx，且内容须与登记的类型一致。'],
    [
      'The file type is not accepted',
      'Only pdf, jpeg, png, docx and xlsx are accepted, and the content must match the announced type.',
    ],
  ),
  evidence_too_large: problem(
    422,
    ['文件过大', '请压缩或拆分后重新上传；上限见 detail。'],
    ['The file is too large', 'Compress or split it; the limit is in detail.'],
  ),
  evidence_unknown: problem(
    404,
    ['未找到该佐证材料', '请核对编号；佐证材料只能用于上传时所属的工单。'],
    [
      'There is no such evidence',
      'Check the id; a file belongs to the ticket for which it was announced.',
    ],
  ),
  evidence_erased: problem(
    410,
    ['佐证材料已按保存期限删除', '办件保存期限已届满，材料无法恢复；办理记录仍可查看。'],
    [
      'The file was erased after its retention period',
      'It cannot be restored. The steps of the ticket can still be read.',
    ],
  ),
  evidence_name_differs: problem(
    409,
    [
      '该文件已以其他名称登记',
      '同一文件在同一工单上只登记一次；请直接引用 detail 中的编号，或使用原文件名。',
    ],
    [
      'The file was announced under another name',
      'A file is announced once for a ticket; use the id in detail, or announce it under its first name.',
    ],
  ),
  evidence_not_uploaded: problem(
    409,
    ['佐证材料尚未上传', '请按 uploadUrl 与 headers 上传文件后再引用。'],
    ['The file has not been uploaded', 'Upload it to its uploadUrl with its headers first.'],
  ),
  evidence_differs: problem(
    409,
    ['上传的文件与登记信息不一致', '文件大小或摘要不符，请重新登记并上传。'],
    [
      'The file differs from the one announced',
      'Its size or digest differs; announce and upload it again.',
    ],
  ),
} as const satisfies Record<string, ProblemText>;
