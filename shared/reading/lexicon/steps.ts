/** What a column or label of a step history means. */
export type StepRole =
  | "name"
  | "department"
  | "handler"
  | "enteredAt"
  | "leftAt"
  | "limit"
  | "opinion"
  | "result"
  | "duration"
  | "either"
  | "other";

/** First match speaks. `either` is the start where another end stands beside it, the end otherwise. */
const RULES: readonly [RegExp, StepRole][] = [
  [/^(?:当前|所在|下一).*(?:环节|节点|步骤|人|部门)$|current owner|next/, "other"],
  [/(?:环节|步骤|节点|岗位)(?:类型|级别|编号|时限|期限|状态)$|流转级别|序号|顺序|操作$/, "other"],
  [/(?:时限|期限)$|^limit$/, "limit"],
  [/整改\/?延期|截止|到期|应办/, "other"],
  [/耗时|用时|历时|时长|累计|duration|elapsed/, "duration"],
  [
    /(?:接收|到达|开始|流入|收到|签收|进入|起始|转入|环节开始|创建|任务创建|分配|领取|送达|启动|收件|接件|任务开始)(?:时间|日期)$|^(?:start|started|received|arrived|assigned|entered|begin)(?: ?(?:time|date|at|on))?$/,
    "enteredAt",
  ],
  [
    /(?:完成|结束|办结|处理|审批|审核|流出|操作|提交|转出|办毕|通过|发送|离开|环节结束|处置|审查|签发|评审|任务结束|执行|办理完成)(?:时间|日期)$|^(?:end|ended|finished|completed|closed|left)(?: ?(?:time|date|at|on))?$|^(?:date|time|timestamp|when|date and time|时间|日期|发生时间|记录时间|事件时间|更新时间)$/,
    "leftAt",
  ],
  [/^(?:办理|经办|承办)(?:时间|日期)$/, "either"],
  [
    /(?:环节|步骤|节点|工序|活动|流程节点|事件|任务)(?:名称|内容)?$|^(?:阶段|审批阶段|办理阶段|办理过程|流程|过程|岗位|岗位名称|动作|办理动作|业务动作|操作状态|操作类型|进度|办理进度|当前状态|处理动作|审批动作|审批环节|业务环节)$|^(?:activity|event|step|stage|task|action|phase|milestone)(?: ?name)?$/,
    "name",
  ],
  [/部门|单位|机构|科室|处室|候选办理|department|office|unit$/, "department"],
  [
    /(?:人|人员|者|员|姓名|领导)(?:姓名|员姓名)?$|实际办理|负责人|^user$|^(?:updated|handled|done|performed|processed) by$|officer|handler|assignee|author/,
    "handler",
  ],
  [/意见|说明|批示|备注|内容|信息|描述|回复|comments?|remarks?|notes?|opinion/, "opinion"],
  [/状态|结果|结论|status|state|result|outcome|decision/, "result"],
];

export function stepRole(words: string): StepRole | undefined {
  for (const [form, role] of RULES) if (form.test(words)) return role;
  return undefined;
}

/** Headers that only a step history has. */
export const speaksOfSteps = (words: string): boolean =>
  /环节|步骤|节点|流转|办理意见|审批意见|处理意见|办理过程|活动名称|岗位|批示|activity|办理动作|经办意见|审核意见/.test(
    words,
  );

/** Names that steps bear. */
export const isStepName = (text: string): boolean =>
  /^(?:\d+[.、]?\s*)?[\u4e00-\u9fffA-Za-z()（）·\s-]{1,24}$/.test(text) &&
  /受理|审[查核批]|初审|复审|复核|收件|接件|登记|申请|提交|核查|踏勘|勘[察验]|决定|批准|签[批发]|办结|制证|发证|送达|领[证取]|预审|会签|公示|补正|交办|派单|转办|反馈|回访|归档|核准|评审|缴费|立案|调查|承办|办理|分发|整改|延期|开始|结束|发起|received|review|approv|submit|register|verif|inspect|decision|issue|assign|close/i.test(
    text,
  );
