import type { StatusKind } from "../../case/status.ts";
import { remembering } from "./remembering.ts";
import { fold } from "./text.ts";

/**
 * Status words (DOMAIN 3.1), most decisive first: the first line that matches decides. What a case waits for (待…) and what has
 * not happened (未…) is told apart from what has.
 */
const RULES: readonly [RegExp, StatusKind][] = [
  [/草稿|暂存|未提交|待提交|未上报|待上报|未申报|^编辑中|\bdraft\b/, "draft"],
  [
    /撤销申请|申请撤[销回]|撤回|撤件|撤案|撤诉|取消申请|已取消|^取消$|withdrawn|cancell?ed/,
    "withdrawn",
  ],
  [/不予受理|不受理|受理不通过|未予受理|not accepted/, "not-accepted"],
  [/(?:补正|补件|补办|补齐|补充材料)[(（]?(?:结束|完成|通过)|已补[正全齐]|补正受理/, "processing"],
  [
    /作废|退窗|强制结束|异常终止|删除|退回办结|已办结[(（]退回|终止|关闭申请|补正超时|\bvoid\b|terminated|abandoned|lapsed/,
    "terminated",
  ],
  [/撤销|注销|吊销|revoked/, "revoked"],
  [
    /补正|补件|补办|补齐|待补|补充|退[回件]|打回|驳回修改|需修改|整改中|clarification|invalid|returned|more information|on hold for applicant/,
    "supplement",
  ],
  [/特别程序[(（]?结束|恢复|重启|resumed/, "processing"],
  [/挂起|暂停|中止|暂缓|特别程序|特殊环节|停止计时|suspended|paused|on hold/, "paused"],
  [/^(?:听证|招标|拍卖|检验|检测|检疫|鉴定)中$/, "paused"],
  [/转报|上报办结|转办办结|初审办结|forwarded to (?:another|other)/, "forwarded"],
  [/(?:预审|预受理|初审)(?:不通过|未通过|退回)/, "supplement"],
  [
    /不予(?:行政)?许可|不予(?:批准|核准|备案|登记|认定|通过)|不通过|未通过|不同意|不合格|否决|驳回|拒绝|refused|rejected|declined|denied|unsuccessful/,
    "rejected",
  ],
  [/(?:预审|预受理|初审|初核|受理|窗口审核|部门审核)(?:通过|已通过)/, "accepted"],
  [
    /待(?:收件|接件|预审|受理|签收|接收|派|分[派配发]|认领|整改|下发)|未(?:受理|签收|接收|派|分派|开始)|预受理|^预审|网上预审|not started|unassigned/,
    "submitted",
  ],
  [
    /待(?:办结|结案|归档)|未(?:办结|完成|结案|办|处理)|即将|未完|逾期未|超期未|超时未|incomplete|not (?:yet )?(?:decided|determined|closed)/,
    "processing",
  ],
  [/已送达|已领[取证]|已寄出|已发放|已邮寄|已签收|已取件|delivered|collected/, "delivered"],
  [/待(?:领|发证|发件|送达|寄|取|评价|出证)|柜机待取|出证|制证完成|已制证/, "finished"],
  [
    /(?:办结|结案|办理完成)[(（](?:通过|准予|同意|审核通过|容缺通过)|准予|审[批核查定]通过|^通过$|已通过|同意|已批准|^批准$|已批复|^批复$|已发证|已颁证|已认定|已登簿|已核准|已备案|已许可|granted|approved|successful|permitted|issued/,
    "approved",
  ],
  [
    /办结|办毕|办完|完结|结案|已完成|^完成$|完成$|办理完成|已办理?$|已办理|归档|审结|^结束$|已结束|已处理|已答复|已回复|已解决|已反馈|已整改|已销号|completed?\b|finished|closed|resolved|fixed|determined|decided|not held|archived|done\b/,
    "finished",
  ],
  [
    /审[核查批]|承办|在办|办理|处理|进行|流转|推进|反馈|核查|踏勘|勘[察验]|会签|核准|复[核审]|初审|签[批发]|公示|评审|制证|缴费|受理中|执行|交办|督办|待办|整改|正常|active|running|pending|progress|assess|await|review|investigat|assign|approval|process|consult|scheduled|open\b|action/,
    "processing",
  ],
  [/受理|立案|准予受理|accepted|validated|confirmed/, "accepted"],
  [/收件|接件|已接收|已接|登记|收到|received|registered/, "received"],
  [/提交|申报|申请|上报|新建|新增|待|submitted|new\b|created|filed|lodged/, "submitted"],
  [/超期|逾期|超时|延期|overdue|delayed|late\b/, "overdue"],
];

/** Where the overdue word is all that the text says, it stands before everything else. */
const LATE_ONLY =
  /^(?:已|严重|办理)?(?:超期|逾期|超时)(?:了|中|件)?$|^(?:long |very )?(?:overdue|delayed)$|delayed\.?$/;

/** The kind of a status word; undefined when it is not one that we know. */
export const statusKind = remembering((raw: string): StatusKind | undefined => {
  const text = fold(raw).trim().toLowerCase();
  if (text === "" || text.length > 60 || /^[\d\s:./-]+$/.test(text)) return undefined;
  if (LATE_ONLY.test(text)) return "overdue";
  for (const [words, kind] of RULES) if (words.test(text)) return kind;
  return undefined;
});

/** Does the word itself say that the time is over? `超期办结` does and is closed all the same. */
export const saysLate = (text: string): boolean =>
  /(?<!未|没有|不|无|是否|即将|整改|反馈|回复)(?:超期|逾期|超时)(?!督办|原因|默认)|\boverdue\b/i.test(
    fold(text),
  );
