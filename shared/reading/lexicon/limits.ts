import type { Rule } from "./rule.ts";

/** Limits, deadlines, time left and used, overdue marks. ▲ the same words stand for a length and for a moment: the values decide. */
export const LIMITS: readonly Rule[] = [
  [
    /是否.{0,4}(?:超期|逾期|超时|按时|按期)|^(?:超期|逾期|超时)(?:件|标[志识记]|情况|状态|否)?$|监控状态|时限状态|时效状态|时限预警|超期预警|超时预警/,
    "overdueFlag",
    "light",
  ],
  [/^(?:overdue|late)\??$|is ?overdue/, "overdueFlag"],
  [
    /^(?:预警|报警|告警)?(?:亮灯|灯|灯号|信号灯|红黄灯|红绿灯|状态灯|预警灯|指示灯)(?:情况|状态)?$|^(?:预警|告警|报警)(?:状态|级别|等级|信息|情况|标[志识])?$|^(?:亮|发|红黄)牌(?:结果|情况|状态)?$|^(?:监察|监管|监督)(?:结果|状态|情况)$/,
    "light",
    "overdueFlag",
  ],
  [/是否督办|^督办件$|^督办(?:状态|标[志识]|次数|情况)$|催办(?:次数|状态)/, "supervised"],
  [
    /(?:超期|逾期|超时|超出).{0,4}(?:天数|时间|时长|工作日|天|小时|用时)|days ?overdue/,
    "remaining",
  ],
  [/(?:剩余|剩下).{0,2}(?:库存|数量|名额|金额|额度|次数|款|量|座位|席位)/, "other"],
  [
    /(?:环节|步骤|节点|岗位|任务|本环节|当前).{0,2}(?:剩余|所剩)|(?:剩余|所剩).{0,2}(?:环节|步骤|节点)/,
    "stepRemaining",
  ],
  [/剩余|所剩|尚余|还剩|倒计时|^剩$|距.{0,6}(?:期限|时限|办结|到期)|^余[时天]/, "remaining"],
  [/remaining|(?:days?|time|hours?)\s?left|^sla\b|^days$|^days ?to/, "remaining"],
  [/(?:消耗|响应|请求|执行)(?:时间|时长|耗时)/, "other"],
  [/累计|工时统计/, "other"],
  [
    /已用|实际(?:用时|耗时|办理(?:时长|天数|工作日))|所用|耗时|用时|历时|(?:办理|处理|审批|流转|办件|运行|停留|持续)时长|(?:办理|审批|处理|实际)(?:天数|工作日)|^时长$|^运行时间$|超过办理时间|elapsed|duration|days? (?:taken|used|open)|time (?:taken|spent)/,
    "usedTime",
  ],
  [
    /(?:环节|步骤|节点|岗位|任务).{0,4}(?:时限|期限|限时|截止|到期|应办|deadline)|task ?due|^(?:step|task) (?:limit|deadline)/,
    "stepLimit",
    "stepDue",
    "stepRemaining",
  ],
  [/(?:受理|预审|收件|接件|预受理)(?:时限|期限|天数)/, "acceptanceLimit", "other"],
  [
    /(?:回复|答复告知|反馈|整改|回访|公示|补正|补件|补齐|特别程序|挂起|领取|领证|送达|签收|缴费|缴款|借阅|保管|质保|保质|有效|许可证|证书|证件|执照|合同|批复有效|资质|租赁|服务期|保修|试用|任职|聘用).{0,4}(?:期限|时限|截止|到期|期)(?:时间|日期|日)?$/,
    "other",
  ],
  [/有效期|保质期|(?:证|照|书|合同|协议|保险)(?:到期|截止|失效)/, "other"],
  [
    /法定.{0,6}(?:时限|期限|限期|天数|工作日|时间|日期|截止|到期|办结|期|日)/,
    "statutoryLimit",
    "statutoryDue",
  ],
  [/statutory (?:limit|period|time)/, "statutoryLimit", "statutoryDue"],
  [
    /承[诺若].{0,8}(?:时限|期限|限期|天数|工作日|期)$|^(?:对外)?承[诺若]$/,
    "promisedLimit",
    "due",
    "remaining",
  ],
  [/承[诺若].{0,8}(?:时间|日期|截止|到期|办结|完成|日)$/, "due", "promisedLimit", "remaining"],
  [
    /(?:应|限|拟|须|需|应当)(?:办结|办理完成|办|完成|结|办毕|答复)(?:时间|日期|日|期限|截止)?$|应办结|限办|拟办|(?:最迟|最后|最晚|截止|截至)(?:办结|完成|办理|审批|处理|回复)?(?:时间|日期|日|期限|时限)?$|(?:办理|审批|办结|处理|许可|审核|业务|流程|工单|完成|督办|答复)截[止至](?:时间|日期|日|期限)?$|^(?:到期|到期日|期满)(?:时间|日期|日)?$|^(?:办结|办理|审批|业务)到期(?:时间|日期|日)?$|(?:预计|预期|计划|期望|要求|规定|约定)(?:办结|完成|结束|办理|答复|反馈)(?:时间|日期|日|期限)?$|^限[期时](?:时间|日期)?$/,
    "due",
    "limit",
  ],
  [
    /^(?:due|deadline|target|expiry|expires?|respond|response|decision|determination|complete|resolution)(?: ?(?:date|by|on|due|deadline|target|time))*$|due (?:date|by|on)|deadline|target (?:date|decision)|statutory (?:date|expiry|due)|expiry date/,
    "due",
    "limit",
    "remaining",
  ],
  [
    /(?:总|办理|办结|审批|处理|办件|处置|规定|服务|工作|完成|要求|交办|督办|答复|许可|审核|业务|流程|工单|项目|阶段|审批服务|事项)?(?:时限|期限|限期|时效)(?:要求|说明|类型)?$/,
    "limit",
    "due",
    "remaining",
  ],
  [/^(?:time )?limit$|processing time|^(?:service )?(?:standard|target) days?$/, "limit", "due"],
  [/^(?:总|规定|办结|审批|办理|限定)(?:天数|工作日|日数)$/, "limit"],
];
