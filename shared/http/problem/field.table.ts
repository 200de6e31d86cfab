/**
 * What is wrong with one member of a request: from the issues of zod, and from the event schemas.
 */
export const fieldProblems = {
  not_a_client_ref: [
    '不是随机标识：请由页面随机生成，UUID 或 16 至 64 位 base64url 字符',
    'is no random reference: make it at random, a UUID or 16 to 64 characters of base64url',
  ],
  missing: ['缺少此项', 'is missing'],
  not_expected: ['未知的字段', 'is not a known member'],
  unknown_parameter: ['此调用没有这个参数，可用的参数', 'is no parameter of this call, which has'],
  member_twice: [
    '同一对象中出现多次，无法确定以哪个为准；请只保留一个',
    'stands more than once in its object, and it is not clear which one counts: keep one',
  ],
  wrong_type: ['类型不符', 'has the wrong type'],
  wrong_format: ['格式不符', 'has the wrong format'],
  too_short: ['过短或过少', 'is too short or too small'],
  too_long: ['过长或过多', 'is too long or too large'],
  not_allowed: ['不在允许的取值内', 'is none of the allowed values'],
  not_a_time: [
    '不是日期和时刻：文件中写成 2026-11-20 09:12，单元格格式设为 yyyy-mm-dd hh:mm（不能只是数值，如 46346.38）；接口中为带时区的 ISO 8601 时间',
    'is not a date and time: in a file write 2026-11-20 09:12 in cells of the format yyyy-mm-dd hh:mm, not a bare number such as 46346.38; in JSON an ISO 8601 time with offset',
  ],
  ambiguous_time: [
    '日期的年月日顺序不明，请写成 2026-11-20 09:12',
    'can be read as more than one date: write 2026-11-20 09:12',
  ],
  day_without_time: [
    '只有日期没有时刻，请写成 2026-11-20 09:12',
    'is a day without a time: write 2026-11-20 09:12',
  ],
  changed_by_spreadsheet: [
    '已被电子表格改写（超过 15 位的数字被舍入，或编码被当成日期），请将该列设为文本后重新填写',
    'was changed by a spreadsheet (digits after the fifteenth are lost, or a code was read as a date): format the column as text and fill it in again',
  ],
  maybe_cut: [
    "第 15 位以后全为 0，可能已被电子表格截断；请核对后将该列设为文本重新填写，号码确实如此的，在前面加英文单引号（如 '330602199003070000）",
    'has only zeros after the fifteenth digit, where a spreadsheet may have cut it: format the column as text and fill it in again, or write an apostrophe before a number that is really so',
  ],
  shown_otherwise: [
    '单元格显示的内容与所保存的数值不同（数字格式、百分比或小数位数所致），请将该列设为文本后按显示的内容填写',
    'shows something else than the number it keeps, because of its number format: format the column as text and fill in what is to be read',
  ],
  merged_cell: [
    '是合并单元格的一部分，只有左上角的单元格有值；请取消合并，并在每个单元格中填写',
    'is part of merged cells, of which only the first has a value: unmerge them and fill in every cell',
  ],
  no_formula_result: [
    '公式没有保存结果或结果为错误值，请粘贴为数值',
    'is a formula whose result is missing or an error: paste it as a value',
  ],
  lost_character: ['含有已丢失的字符 U+FFFD', 'contains a lost character, U+FFFD'],
  wrong_check_digit: ['校验码不符', 'has a wrong check digit'],
  old_identity_number: [
    '为 15 位旧身份证号码，已停止使用；请填写居民身份证上的 18 位号码',
    'is an old identity number of 15 digits, which is no longer valid: give the 18 characters of the card',
  ],
  not_a_credit_code: [
    '须为 18 位统一社会信用代码；15 位注册号请选营业执照，其他证件请选相应类型',
    'must be a credit code of 18 characters: for a registration number of 15 digits choose business_licence, for another document its type',
  ],
  not_a_project_number: ['须为 21 位办件统一编号', 'must be a case number of 21 digits'],
  not_an_org_code: ['须为 15 位统一部门编码', 'must be an organisation code of 15 digits'],
  unknown_area: ['不是本市行政区划', 'is not an area of this city'],
  other_area: [
    '不在清单的行政区划内；清单的区划由参数 area 指定，未写时为本人区域',
    'is not in the area of the list, which the parameter area names; by default it is the caller’s own',
  ],
  cells_differ: [
    '列数与列名行不同；请检查引号与分隔符，末行没有换行时可能不完整',
    'has more or fewer cells than the header: check quotes and separators; a last line without a line end may be incomplete',
  ],
  cells_unnamed: [
    '所列的列没有列名，该行却有内容；请写上列名，或清除这些单元格',
    'has something in columns without a name: name them in the header, or clear these cells',
  ],
  names_columns_again: [
    '是又一行列名；一个文件只能有一行列名，列不同的表请分别发送',
    'names columns again: a file has one line of column names, so send other tables as files of their own',
  ],
  above_column_names: [
    '在列名行之上；请将列名行移到数据之上',
    'stands above the line of column names: move the names above the data',
  ],
  not_a_mobile_number: [
    '须为 11 位手机号，或带区号的固定电话（如 0575-88001234-801），最长 18 位',
    'must be a mobile number of 11 digits, or a landline with area code such as 0575-88001234-801, at most 18 characters',
  ],
  nothing_visible: [
    '没有可见的文字，请填写具体内容',
    'has no visible text: write what it is to say',
  ],
  half_a_character: [
    '含有不成对的代理码位（半个字符），无法存储',
    'contains half of a surrogate pair, which is not a character',
  ],
  no_notice_of_the_state_council: [
    '须至少列明一个 gov.cn 上的国务院办公厅通知',
    'must name a notice of the State Council on gov.cn',
  ],
  no_number_of_the_state_council: [
    '须列明该通知的发文字号（如 国办发明电〔2025〕7号），且为该年度或上一年度的文号',
    'must give the number of that notice as printed, of the year or the year before: 国办发明电〔2025〕7号',
  ],
  assumed_with_notice: ['按假设安排时不得列明通知', 'is an assumption, so it cannot name a notice'],
  assumed_not_allowed: [
    '本系统只接受已公布的通知，不接受假设的安排',
    'is not taken here: only a published notice is',
  ],
  year_has_notice: [
    '该年度已有正式通知，不得以假设的安排代替',
    'would replace a notice by an assumption',
  ],
  festival_missing: [
    '须含元旦、春节、清明节、劳动节、端午节、中秋节、国庆节，且各在其时节放假',
    'must have all seven festivals, each with a day off in its season: 元旦, 春节, 清明节, 劳动节, 端午节, 中秋节, 国庆节',
  ],
  outside_festival: [
    '距其名称所指的法定节日过远，请与通知核对放假日期和节日名称',
    'is too far from the festival that its holiday is named for: compare the day and the name with the notice',
  ],
  too_many_special_days: [
    '七个法定节日以外的周一至周五放假合计超过 3 天，请按通知写明节日名称或核对日期',
    'has more than 3 days from Monday to Friday for no statutory festival: name the festivals as the notice does, or compare the days',
  ],
  too_few_days_off: [
    '因放假而不上班的周一至周五不足 11 天，请与通知核对',
    'frees fewer than 11 days from Monday to Friday: compare with the notice',
  ],
  too_many_days_off: [
    '因放假而不上班的周一至周五超过 25 天，请与通知核对',
    'frees more than 25 days from Monday to Friday: compare with the notice',
  ],
  too_many_days_off_in_a_row: [
    '连同周末连续放假超过 10 天，请与通知核对',
    'has more than 10 days off in a row, weekends included: compare with the notice',
  ],
  too_many_makeup_days: [
    '调休上班日多于该假期占用的工作日，请与通知核对',
    'has more make-up days than its holiday takes working days: compare with the notice',
  ],
  makeup_out_of_reach: [
    '调休上班日距该假期超过 14 天，请与通知核对',
    'is more than 14 days from its holiday: compare with the notice',
  ],
  off_and_makeup: ['同一天既列为放假又列为调休上班', 'is both a day off and a make-up working day'],
  duplicate_day: ['同一天重复出现', 'names a day twice'],
  makeup_on_ordinary_working_day: [
    '调休上班日须为周六或周日',
    'is an ordinary working day, not a weekend day',
  ],
  outside_year: ['不属于该年度', 'is outside the year'],
  named_twice: ['重复列出', 'is named twice'],
  listed_elsewhere: [
    '该部门已列入其他区划的部门清单，须先由对方删除',
    'is on the list of departments of another area, which has to take it off first',
  ],
  system_unknown: [
    '该系统没有报送本区划办件的有效密钥；未接入的不填',
    'has no active key that reports cases of this area; leave it out until it has',
  ],
  box_of_city: [
    '市级与效能问责通知只能推送给 area 为 330600 的地址',
    'is an inbox of the city: the webhook must have area 330600',
  ],
  no_reason: ['请写明具体事由，不少于 4 个字', 'gives no reason: at least four letters or digits'],
  place_unlisted: [
    '本区划的区划清单未列该乡镇（街道）或村（社区）',
    'is a town or village that the list of places of this area does not have',
  ],
  not_a_plain_line: [
    '须为一行文字，不得含换行、控制字符或不可见的格式字符',
    'must be one line, without line breaks, control characters or invisible format signs',
  ],
  text_of_another: [
    '与同一满意度下另一在用指标的表述相同',
    'is the text of another indicator in use at the same level',
  ],
  name_of_another: ['与另一县（市、区）的名称相同', 'is the name of another county of the city'],
  group_in_force: [
    '已生效指标的类别不得更改；请停用该指标，另以新代码增设',
    'is the group of an indicator that was in force and must not change; retire the indicator and add another code',
  ],
  text_in_force: [
    '已生效指标的中文表述不得更改；请停用该指标，另以新代码增设',
    'is the Chinese text of an indicator that was in force and must not change; retire the indicator and add another code',
  ],
  set_missing: [
    '在用的指标须注明基础指标或扩展指标',
    'must be base or expanded, unless the indicator is retired',
  ],
  not_the_whole_ladder: [
    '分级预警督办规则须按顺序列出全部七级',
    'must be the whole escalation ladder, every rung once and in order',
  ],
  outside_scope_of_key: ['不在密钥的使用范围内', 'is outside the scope of the access key'],
  national_levels_missing: [
    '须包含不满意和非常不满意（国办发〔2019〕51号），可另加等级',
    'must contain dissatisfied and very_dissatisfied (国办发〔2019〕51号); others can be added',
  ],
  official_without_document: [
    '注明为官方规定的，须列明发文机关、发文字号和成文日期',
    'must give issuing body, number and date of the document, because the policy is called official',
  ],
  ladder_falls_in_time: [
    '上一级不得早于下一级触发：请核对 time_gone 的比例与 overdue 的天数',
    'has a rung that comes before a lower one: check the shares of time_gone and the days of overdue',
  ],
  not_notified_at_opening: [
    '派单（notify）须在工单生成时（opened）触发',
    'must have the rung notify fire on opened',
  ],
  rung_without_moment: [
    '黄灯、红灯、督办、提级每一级都须有按时间触发的条件（time_gone 或 overdue）',
    'must have a trigger by time, time_gone or overdue, on each of yellow, red, supervise and raise_city',
  ],
  rung_out_of_time: [
    '触发时间超出范围：黄灯为时限的三成至届满，红灯为时限的八成至超期 5 个工作日，督办为届满至超期 10 个工作日，提级、问责为届满至超期 15 个工作日；黄灯及以上不得以 opened 触发',
    'has a rung outside its time: yellow from 30 % of the term to its end; red from 80 % to 5 working days overdue; supervise from the end to 10, raise_city and accountability to 15 working days overdue; none of them on opened',
  ],
  unknown_place: [
    '短信模板含有该类短信不支持的占位符：可用占位符见接口文档，花括号须成对',
    'has a place that this kind of message does not have, or a brace without its pair: see the description of the interface',
  ],
  link_not_last: [
    '短信模板须以{link}结尾，且只出现一次',
    'must end with {link}, which may occur only once',
  ],
  foreign_link: [
    '短信模板不得含有网址或电话号码，链接由系统生成',
    'must not contain an address or a telephone number: the system makes the link',
  ],
  too_many_segments: [
    '短信模板填入最长内容后超过3条短信，请缩短',
    'fills more than 3 messages with its longest values: shorten it',
  ],
  office_hours_too_short: ['办公时间每天不得少于 4 小时', 'is less than 4 hours after dayStart'],
  worse_scores_higher: [
    '较差的等级得分须低于较好的等级',
    'must give every level a lower score than the next better one',
  ],
  center_alone: [
    '省平台回调权限（center）须单独授予，不得与其他权限同时授予',
    'must have the right center alone, without any other right',
  ],
  key_whole_city: [
    'center 与 messages 密钥对全市生效，范围须为全市：areas 含 330600，departments 为 all，numberPrefixes 为空；由市级管理员办理',
    'must be the whole city for a key with center or messages: areas with 330600, departments all, no numberPrefixes; administrators of the city admit it',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type FieldProblemCode = keyof typeof fieldProblems;
