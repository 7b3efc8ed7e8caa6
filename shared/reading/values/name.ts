import { fold } from "./text.ts";

/** The common family names, single and double: a short word that begins with one may be a person. */
const FAMILY =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段漕钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺水云昌凤酆皮卞元平";

/** 2–4 Han characters led by a family name, or a masked name (许**), or a name with 先生/女士. */
export function isPerson(raw: string): boolean {
  const text = fold(raw).trim();
  if (/^[\u4e00-\u9fff]{1,2}(?:\*{1,3}|某某?)[\u4e00-\u9fff]?$/.test(text)) return true;
  if (/^[\u4e00-\u9fff]{1,3}(?:先生|女士|同志)$/.test(text)) return true;
  return (
    /^[\u4e00-\u9fff]{2,4}$/.test(text) && FAMILY.includes(text[0] ?? "-") && !NOT_NAMES.test(text)
  );
}
const NOT_NAMES =
  /[新变延注]|办$|类$|证$|件$|审|批|登记|受理|申请|部门|窗口|科$|局$|处$|厅$|区$|市$|县$|镇$|通过|完成|正常|高级|中级|石油|安全|金融|文化|云平台|水利|常规|全部|都|许可/;

/** An office: 局 委 厅 处 科 中心 政府 … */
export const isOffice = (raw: string): boolean => {
  const text = fold(raw).split(/[\n(]/)[0]?.trim() ?? "";
  return (
    /(?:局|委|厅|处|科|室|股|中心|办|办公室|政府|街道|委员会|支队|大队|站|所|院|署|总队|窗口|大厅|分局|乡|镇|部|组|部门)$/.test(
      text,
    ) ||
    /\b(?:council|department|authority|agency|ministry|office|police|trust|bureau|commission|board|division)\b/i.test(
      text,
    )
  );
};

/** A firm, a shop, a cooperative: an applicant, not an office. */
export const isFirm = (raw: string): boolean =>
  /(?:公司|集团|厂|店|商行|合作社|事务所|个体户|经营部|餐[厅馆]|超市|药房|幼儿园|学校|医院|诊所|农场|协会|基金会)(?:[((].*)?$/.test(
    fold(raw).trim(),
  ) || /\b(?:ltd|inc|llc|plc|company|corp)\.?$/i.test(raw.trim());

/** Takes a person's name in brackets off the end of an item: `转移登记（云思言）`. */
export function withoutPerson(raw: string): string {
  const m = /^(.{4,}?)[(（]([^()（）]{1,6})[)）]\s*$/.exec(raw);
  return m && isPerson(m[2] ?? "") ? (m[1] ?? raw).trim() : raw;
}
