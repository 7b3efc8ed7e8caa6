import type { Rule } from "./rule.ts";

/** Numbers, items, titles, offices, persons, states, steps. */
export const NAMES: readonly Rule[] = [
  [
    /^(?:操作|操作栏|动作|功能|查看|详情|详细|明细|actions?|edit|\*|管理|更多|operations?|办理操作)$/,
    "action",
  ],
  [/^(?:选择|全选|勾选|select)$/, "selector"],
  [/^(?:序号|顺序|行号|排序|项次|序|no|#|s\/n|sr\.? ?no)\.?$/, "index", "caseNo?no-case-number"],
  [
    /(?:证件|身份证|手机|电话|联系|来电|来访|传真|银行|账|帐|税|社保|医保|考生|准考)(?:编号|号码|代码|号)(?:\/.*)?$/,
    "personal",
  ],
  [/^(?:主键|流程版本|版本号?|版本)$/, "other"],
  // numbers of other things
  [
    /(?:证件|证书|许可证|执照|资质|资格证|信用|机构|注册|商标|专利|房产|产权|不动产权?证|车牌|设备|资产|仪器|商品|产品|货品|物料|会议|用户|员工|职工|工|人员|学|合同|协议|招标|运单|快递|物流|订单|发票|票据|日志|公告|批次|版本|角色|菜单|岗位|部门|区划|行政区|邮政|档案|案卷目录|文件|标准|报告|图书|课程|菌种|样品|箱|柜|窗口|房间|排队|取号|手机|电话|联系|来电|来访|传真|银行|账|帐|税|社保|医保|考生|准考|环节|阶段|节点|步骤|材料|附件|模板|表单|事项|权力|目录|实施|基本|法规|项目标段|标段)(?:编号|编码|号码|代码|序号|号|no)$|唯一码/,
    "other",
  ],
  [
    /^(?:文号|批文号|批准文号|发文字号|文书号|密码|账号|帐号|型号|符号|信号|称号|字号|括号)$/,
    "other",
  ],
  [/^(?:子|分)(?:业务|项目|办件|事项|流程)?(?:流水号|编号|号|申报号)$|审批事项实例编码/, "caseNo"],
  [
    /^(?:主|并联|总|父|上级|主办件)(?:业务|办件|项目|审批|流程|审批实例)?(?:流水号|编号|号|编码|实例编码)$|并联.{0,4}(?:流水号|编号|编码)/,
    "parentCaseNo",
    "caseNo?no-case-number",
  ],
  [
    /^(?:项目|工程|投资项目|建设项目)(?:统一)?(?:代码|编号|编码|号)$|^project (?:code|no|number|id)/,
    "parentCaseNo",
    "caseNo?no-case-number",
  ],
  [
    /^(?:办件|申办|受理|申请|申报|业务|收件|接件|工单|案卷|案件|流程|流程实例|任务|督办|督办单|登记|许可|审批|备案|联办|信访|投诉|诉求|咨询|举报|订单|查询|办理|申请单|受理单|工作单|派单|信件|来信|行政许可|交办|事件|问题|项目申报|申请书|受理回执|报建|报装|报监|报件|立案|公文|收文|督查)+(?:实例)?(?:流水|申请|受理|业务|登记)*(?:编号|编码|序号|号码|单号|流水号|回执号|文书编号|单编号|号|id|码)$/,
    "caseNo",
  ],
  [
    /^(?:编号|编码|单号|流水号|业务流水|流水|案号|系统编号|号码|回执号|查询码|no|number|ref|reference|id|key|ticket|identifier)\.?$/,
    "caseNo",
    "index",
  ],
  [
    /^(?:application|case|permit|request|reference|ref|record|service request|sr|ticket|complaint|file|docket|planning|licen[cs]e application|job|work ?order|process|instance)s? ?(?:no|number|id|ref|reference|code|#)?\.?$/,
    "caseNo",
    "item?no-item",
  ],
  [/^(?:process|workflow|case|business|flow) (?:instance|id|no|key|number)(?: id)?$/, "caseNo"],
  [/^(?:process|workflow|flow) (?:definition|name|type)(?: name)?$/, "item"],
  // persons outside the office
  [
    /(?:申请|申报|申办|送件|交件|递件|递交|办事|当事|权利|义务|来电|投诉|举报|信访|诉求|反映|联系|委托|代理|报建|报装|领证|领取|受益|评价|行政相对|相对|报案|纳税|法定代表|被投诉|被许可|来访|咨询|受送达|持证|户主|业主|请假|报名)(?:人|者|人员|单位|企业|机构|主体|方|人姓名|人名称|姓名|办理人|人及)?(?:名称|姓名|\/.*|或.*|信息)?$/,
    "personal",
  ],
  [
    /申请.{0,3}(?:人|单位|公司|企业|者)|申报.{0,3}(?:人|单位|企业|公司|主体)|(?:建设|施工|设计|监理|勘察|用人|用地|开发|报建|业主|投资|许可|受检|被检)单位|企业|公司|法人|姓名|信用代码|身份证|证件(?:号|类型)|手机|电话|联系方式|邮箱|email|phone|mobile|户名|客户|业主|个人/,
    "personal",
  ],
  [/^(?:单位|机构|主体)名称$/, "department", "personal"],
  [
    /applicant|^(?:name|full ?name|contact|requester|requested by|by|owner|citizen|complainant|agent|customer|client|company|organisation name|user ?name)$/,
    "personal",
  ],
  [/^经办人(?:员|姓名)?$/, "handler?applicant", "personal"],
  [/^(?:流程)?发起人(?:员|姓名)?$|^(?:创建|提交|填报|上报)(?:人|者|人员)$/, "personal"],
  [/经办人/, "personal"],
  [/工商注册号|组织机构代码|地址|坐落|位置|^地点|locality|location|address|site/, "other"],
  // officers
  [/^(?:发送|转发|抄送|上一|前一|原).{0,4}人(?:员)?$|sender/, "other"],
  [
    /(?:办理|处理|承办|审核|审批|受理|收件|责任|执行|操作|签收|主办|协办|签批|审查|经办|当前(?:环节)?(?:审核|办理|处理)?|负责|窗口|候选|实际办理|值班|接收|复核|核查)(?:人|人员|者|员|领导)(?:姓名|员|员姓名|\(.*)?$|^(?:人员|负责人|领导|牵头领导|分管领导|办理人员姓名|处理者|受理员)$|officer|assignee|assigned ?to|handler|case ?worker|updated by|^user$|processor|inspector/,
    "handler",
  ],
  [/电话|手机|联系/, "personal"],
  // what the applicant said of the handling
  [
    /^(?:办件|服务|群众|企业|回访|办理|诉求人|来电人)?(?:满意度|满意情况|是否满意|好差评|满意度评价|服务评价)(?:结果|等级|情况)?$|^(?:评价|回访)(?:结果|等级)$|^(?:satisfaction|satisfied\??)$/,
    "rating?values",
    "other",
  ],
  // states
  [
    /(?:回复|整改|存档|归档|缴费|支付|收费|打印|评价|预审|回访|邮寄|快递|物流|取件|资料.*|材料.*|附件|上传|同步|推送|公开|公示|发布|签到|启用|账号|用户|证书|证照|合同|库存|设备|在线|盖章|签章|制证|领取)(?:状态|情况|结果)$/,
    "other",
  ],
  [
    /^(?:办件|办理|申报|申请|审批|审核|业务|受理|当前|流程|任务|工单|处理|项目|许可|事项|案件|督办|实例|办结|当前办理|当前办件|申办|登记|备案|环节|审查|办件当前|公文|事件|问题|诉求)*状态$|^(?:state|status|current status|case status|application status|progress status|stage status)$/,
    "status",
  ],
  [
    /^(?:办理|办件|处理|督办|落实|完成|工作)?(?:进展|情况|进展情况|办理情况|进度情况|进展状态)$/,
    "status",
    "progress",
    "other",
  ],
  [/^(?:办理|办结|审批|处理|审查|办件)(?:结果|结论)$|outcome|result/, "status?no-status", "other"],
  [
    /(?:办理|办件|审批|处理|工作|完成|总体|当前)?进度$|^progress$|完成率|百分比/,
    "progress",
    "status?no-status",
    "step",
  ],
  // steps
  [/(?:环节|步骤|节点)(?:类型|级别|编号|状态|序号)$/, "other"],
  [
    /(?:当前|所在|现|办理|审批|业务|流程|审核|处理|执行|目前|运行)*(?:环节|节点|步骤|岗位|工序)(?:名称)?$|^(?:当前|所在|现)(?:任务|活动|任务名称|处理环节|流程环节|办理进度|位置)$|^(?:活动|任务)名称$|^(?:current )?(?:step|task|activity|node|stage)(?: ?name)?$/,
    "step",
  ],
  [/^(?:当前|所在|审批|项目|办理)?阶段(?:名称|编号)?$|phase/, "phase", "step?no-item"],
  // kinds
  [
    /^(?:办件|事项|办理|流程|业务|任务|申请|服务|工单|督办|案件|项目|审批|诉求|许可|申报)(?:类型|类别|种类|分类|性质)$|^(?:类型|类别|分类|category|性质)$/,
    "caseKind",
    "item?no-item",
  ],
  [
    /^(?:登记|许可|证照|备案|变更|登记业务|申请事项|人才|房屋|权利|资质)(?:类型|类别|种类|小类)$|^(?:application|permit|request|case|property|service|licen[cs]e|work|complaint|development|proposal) ?(?:type|kind|category|name)$|^type(?: of .*)?$|假种|请假类型/,
    "item?no-item",
    "caseKind",
  ],
  [/^(?:办理|申请|受理|申报|来源|业务|提交)?(?:渠道|来源|途径|方式)$|channel|^source$/, "channel"],
  [/紧急|优先|缓急|priority|urgency/, "priority"],
  // offices
  [
    /^(?:上一|发送|操作|所在|创建|填报|登记|使用|当前用户|归属|用户|推荐|申请人?|上级|协办|监督|评价|所属上级)(?:部门|单位|机构|科室)$/,
    "other",
    "department",
  ],
  [
    /(?:主办|承办|受理|办理|审批|责任|实施|主管|收件|业务|审核|处理|许可|决定|牵头|行政|监管|执行|委办|窗口|归口|所属|经办|派往|处置|交办|办件|质量监督|监督|监督机构|申请受理|答复|督办|被督办|发证|办证|登记|行权|联办|权力)*(?:部门|单位|机构|处室|科室|主体|机关|委办局|局委办|大队|审批局|科|处|窗口|大厅|分厅)(?:名称|\/.*)?$|所在行政/,
    "department",
  ],
  [
    /^(?:department|authority|body|agency|council|office|public body|requested from|responsible (?:body|unit|department)|division|organi[sz]ation|team|ward)(?: ?name)?$/,
    "department",
  ],
  // items and titles
  [/(?:编|代)码$/, "other"],
  [
    /^(?:事项|办理事项|审批事项|服务事项|许可事项|权力事项|申请事项|申办事项|办事事项|业务事项|登记事项|督办事项|交办事项|办件事项|受理事项|主题|主题事项|主题名称|业务|审批服务项目|服务项目|许可项目|审批项目|办事项目|权力|业务项|业务描述|许可|审批业务|申报事项|申请项目|申报项目|公示|受理|任务|任务内容|工作|工作事项|督查事项|流程|流程定义|一件事|联办事项|备案事项|证照|行政许可事项|申请内容|申请业务)(?:名称)?$|事项(?:名称|内容)?$/,
    "item",
  ],
  [
    /^(?:投诉|诉求|工单|信访|督办|咨询|建议|反映|举报|问题|信件|案件|来信|事件|督查|交办|提案|议案|工作单|任务单|任务)(?:标题|主题|名称|内容|事由|描述|概述|摘要)$/,
    "item",
  ],
  [/^(?:办件|业务|申请|申报|办理|案卷|许可)?(?:名称|主题)$/, "item?no-item", "title"],
  [
    /^(?:申请|申报|办件|业务|流程|文件|公文|案卷|请示|办理)?(?:标题|题名|事由|摘要|概要)$/,
    "title",
    "item?no-item",
  ],
  [
    /^(?:title|subject|summary|description|proposal|request|development description|works?|service|item)(?: ?name)?$/,
    "item?no-item",
    "title",
  ],
  [/(?:项目|工程).{0,4}(?:名称|简称)?$|^project/, "project"],
  [/^.{0,6}(?:意见|备注|说明|描述|原因|理由|内容|附件|材料)$|remarks?|comments?|notes?/, "other"],
];
