import type { Rule } from "./rule.ts";

/** Moments in the life of a case. A bare stage word (受理, 到期) is a moment when its values are. */
export const TIMES: readonly Rule[] = [
  [
    /(?:更新|修改|发布|上传|下载|预审|生效|失效|出生|上架|生产|会议|开庭|打印|缴费|支付|取号|叫号|回访|浏览|预约|登录|入职|监测|检查|巡查|播出|开课|报到|注册|成立|购买|采购|入库|出库|维护|检定|校准|访问|操作|请假|出发|计划开始|发货|揽收)(?:时间|日期|日|时刻)$/,
    "other",
  ],
  [
    /(?:任务|环节|节点|步骤|工作项|待办|流程任务).{0,2}(?:创建|开始|到达|接收|生成|流入|分配|下达)(?:时间|日期)?$|(?:流入|到达|进入|转入|送达本环节).{0,6}(?:时间|日期)$|^(?:task )?(?:assigned|arrived|received by)(?: (?:at|on|date))?$|task created/,
    "stepEnteredAt",
  ],
  [
    /^(?:正式)?(?:受理|立案|准予受理|受理登记|业务受理|窗口受理|部门受理)(?:时间|日期|日|时刻|登记时间|于)?$|受理(?:时间|日期)$|立案(?:时间|日期)$/,
    "acceptedAt",
  ],
  [
    /^(?:交办|派单|派发|派遣|转办|批转|下达|承办|报监|下派|分派|派工|转派|督办发起|立项交办)(?:时间|日期|日)?$/,
    "acceptedAt?no-accepted",
    "stepEnteredAt?step",
    "submittedAt",
  ],
  [
    /^(?:validated|accepted|valid(?:ation)?|registered|when ?sent)(?: ?(?:on|date|at|from))?$|(?:date )?(?:validated|accepted)$|^date valid$|^valid(?: from| date)$/,
    "acceptedAt",
  ],
  [
    /^(?:投诉|诉求|反映|举报|信访|来电|来信|咨询|登记|收文|来文|受案|接警|报案)(?:登记)?(?:时间|日期|日)?$/,
    "acceptedAt?no-accepted",
    "submittedAt",
  ],
  [
    /^(?:收件|接件|材料接收|收文|收案|收取材料)(?:登记)?(?:时间|日期|日)?$/,
    "acceptedAt?complaint",
    "submittedAt",
    "other",
  ],
  [
    /^(?:收到|接收|签收)(?:时间|日期|日)?$/,
    "stepEnteredAt?step",
    "acceptedAt?complaint",
    "submittedAt",
  ],
  [
    /^(?:网上|在线|窗口|外网|首次|项目|业务|办件|申请人)?(?:申请|申报|申办|提交|上报|报送|发起|填报|报件|递交|提出|送审|报审|申请办件|申请提交|流程发起|流程提交|提交申请|送件|来件)(?:时间|日期|日|时刻|于)?$|(?:申请|申报|申办|提交|上报)(?:时间|日期)$/,
    "submittedAt",
  ],
  [
    /^(?:apply|applied|application|submitted|submission|received|lodged|filed|opened|request(?:ed)?|raised|logged|on)(?: ?(?:on|date|at|time))?$|date (?:received|submitted|applied|lodged|filed|created|opened)|^(?:created|start) ?time$/,
    "submittedAt",
  ],

  [/^created(?: ?(?:on|date|at|time))?$/, "stepEnteredAt?task-step", "submittedAt"],
  [
    /^(?:创建|生成|建立|新建|录入|添加|建单)(?:时间|日期|日)?$/,
    "stepEnteredAt?no-status",
    "submittedAt",
  ],
  [
    /^(?:收证|发证|颁证|领证|制证|出证|证照签发|签发)(?:时间|日期|日)?$/,
    "closedAt?no-closed",
    "other",
  ],
  [
    /^(?:实际)?(?:办结|结案|审结|完结|办毕|办理完成|办理完毕|归档|办件办结|业务办结|实际完成|销号|处理完成|结办|终结|决定|批准|批复|许可决定|作出决定|核准)(?:时间|日期|日|时刻)?$|办结(?:时间|日期)$/,
    "closedAt",
  ],
  [
    /^(?:完成|办理结束|流程结束|审批完成|审核完成|答复|反馈|处理|审核|审批|审定|审批结束|评审)(?:时间|日期|日)?$/,
    "closedAt?no-closed",
    "other",
  ],
  [/^结束(?:时间|日期)$/, "other?period", "closedAt?no-closed", "other"],
  [
    /^(?:closed|completed?|decided|decision|determined|resolved|finished|end(?:ed)?|issued|granted)(?: ?(?:on|date|at|time|made))?$|date (?:closed|decided|completed|issued)|decision (?:date|made|issued)/,
    "closedAt",
  ],
  [
    /^(?:开始|起始|启动|办理开始|流程开始)(?:时间|日期|日)?$|^start(?:ed)?(?: (?:date|time|at|on))?$/,
    "stepEnteredAt?sender",
    "acceptedAt?task",
    "submittedAt?no-submitted",
    "other",
  ],
  [/^办理(?:时间|日期)$/, "acceptedAt?no-accepted", "other"],
  [
    /^(?:评价|发生|时间|日期|date|time|times|关键时间|办理节点时间|时间节点|时间信息)(?:时间|日期)?$/,
    "submittedAt?only-time",
    "other",
  ],
];
