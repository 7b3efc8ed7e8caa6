import type { Rule } from "./rule.ts";

/**
 * The grammar of headers that no line names: what was done + 时间, whose + 编号, what + 状态. Asked last; most meanings here hold only
 * where the values plainly say the same.
 */
export const GENERAL_TIMES: readonly Rule[] = [
  [
    /(?:证|照|书|合同|协议|批文|公告|招标|投标|报名|缴费|活动|征集|投票|租赁|借阅|任期).{0,3}(?:截止|到期|有效|期满)/,
    "other",
  ],
  [
    /(?:整改|反馈|回复|答复|回访|补正|公示|报名|投标|递交|申报|申请|登记|预约|订阅).{0,3}(?:截止|期限|到期|时限)/,
    "other",
  ],
  [
    /(?:截止|到期|最迟|最晚|期满|应办|应结|限办|限期|限定|须办|要求.{0,2}(?:办结|完成|办理)|(?:预计|计划|预定|约定|承诺|规定).{0,3}(?:办结|完成|办理|答复|结束))(?:的)?(?:时间|日期|日|期限|时限|节点)?$/,
    "due",
    "limit",
  ],
  [
    /(?:环节|节点|步骤|任务|本岗|本级).{0,3}(?:到达|接收|接件|开始|进入|流入|转入|创建|收到).{0,2}(?:时间|日期)?$|(?:到达|流转到|转到|送达|进入|流入).{0,5}(?:时间|日期)$|停留起始/,
    "stepEnteredAt",
  ],
  [/(?:受理|立案|准予受理).{0,4}(?:时间|日期|日|时点)$/, "acceptedAt"],
  [
    /(?:派|交|转|下)(?:单|办|发|达|件).{0,3}(?:时间|日期|日)$/,
    "acceptedAt?no-accepted",
    "submittedAt?no-submitted",
    "other",
  ],
  [
    /(?:收|接)(?:件|文|单|案|到|取).{0,4}(?:时间|日期|日)$/,
    "stepEnteredAt?step",
    "submittedAt?no-submitted",
    "other",
  ],
  [
    /(?:申请|申报|申办|提交|上报|报送|发起|递交|提出|送审|报审|送件|报件|报建|填报|呈报|网报).{0,4}(?:时间|日期|日)$/,
    "submittedAt",
  ],
  [
    /(?:投诉|诉求|来电|信访|举报|反映|登记).{0,4}(?:时间|日期|日)$/,
    "acceptedAt?no-accepted",
    "submittedAt?no-submitted",
    "other",
  ],
  [
    /(?:办结|结案|审结|完结|办毕|办完|结办|作出决定|许可决定|销号).{0,4}(?:时间|日期|日)$/,
    "closedAt",
  ],
];

export const GENERAL_NAMES: readonly Rule[] = [
  [/灯$|灯情况|红黄/, "light?values", "overdueFlag?values", "other"],
  [/超期|逾期|超时/, "overdueFlag?values", "remaining?values", "other"],
  [/剩余|还剩|余期/, "remaining?values", "other"],
  [/(?:用时|耗时|时长|历时)/, "usedTime?values", "other"],
  [/(?:时限|期限|时效)/, "limit?values", "due?values", "remaining?values", "other"],
  [/状态$|态$/, "status?values", "other"],
  [/(?:进展|进度|情况|阶段)$/, "status?values", "other"],
  [/(?:环节|步骤|节点|工序|岗位|流程位置)(?:名称)?$/, "step?values", "other"],
  [
    /(?:申请|申报|申办|报建|诉求|投诉|委托|当事).{0,3}(?:方|人|者|主体|对象|单位)$|(?:相对|服务)(?:人|对象)$/,
    "personal",
  ],
  [
    /(?:部门|单位|机构|科室|处室|机关|主体|中心|窗口|科|局|站|所)(?:名称)?$/,
    "department?values",
    "personal?values",
    "other",
  ],
  [/(?:人|者|员|官|领导|负责人)(?:姓名|名称)?$/, "handler"],
  [
    /(?:流水|受理|申请|申办|办件|业务|工单|案件|流程|登记|许可|审批|督办|交办|信访).{0,4}(?:编号|编码|单号|号|码|序号|代号)$/,
    "caseNo?values",
    "other",
  ],
  [/(?:编号|单号|流水号|案号|号)$/, "caseNo?values", "other"],
  [
    /(?:事项|业务|许可|审批|诉求|主题|事由|请求|服务|案由|来信|督办).{0,4}(?:名称|内容|标题|主题|描述|项|类别|类型)?$/,
    "item?values",
    "title?values",
    "other",
  ],
  [/(?:名称|标题)$/, "title?values", "other"],
  [
    /\b(?:due|deadline|target|expir\w+|respond by|decide by|decision by|sla date)\b/,
    "due?values",
    "remaining?values",
    "limit?values",
  ],
  [
    /\b(?:submitted|submission|filed|filing|applied|received|lodged|opened|requested|raised|created|entered|reported|logged)\b/,
    "submittedAt?values",
  ],
  [/\b(?:accepted|acceptance|validated|validation|docketed)\b/, "acceptedAt?values"],
  [
    /\b(?:closed|completed|completion|decided|decision|determined|resolved|finali[sz]ed|issued|approved)\b/,
    "closedAt?values",
  ],
  [/\b(?:remaining|left|overdue|countdown)\b/, "remaining?values"],
  [/\b(?:elapsed|duration|age|days open|time open|turnaround)\b/, "usedTime"],
  [
    /\b(?:phone|email|contact|mobile|address|parcel|site|location|invoice|receipt|account|tax)\b/,
    "other",
  ],
  [
    /\b(?:applicant|owner|requester|requestor|customer|citizen|complainant|petitioner|resident|submitter|reporter)\b/,
    "personal",
  ],
  [
    /\b(?:officer|inspector|reviewer|assignee|examiner|planner|case ?worker|handler|assigned|manager|processor)\b/,
    "handler",
  ],
  [/\b(?:status|state|disposition)\b/, "status?values", "other"],
  [/\b(?:step|stage|task|activity|milestone|queue)\b/, "step?values", "other"],
  [
    /\b(?:department|agency|authority|office|division|bureau|ministry|team|unit|council|body)\b/,
    "department",
    "other",
  ],
  [
    /\b(?:no|number|id|ref|reference|key|case|permit|application|ticket)$|#$/,
    "caseNo?values",
    "item?no-item",
  ],
  [
    /\b(?:description|type|title|subject|summary|service|permit|application|request|category|work|proposal|name)\b/,
    "item?no-item",
    "caseKind",
    "title",
  ],
];
