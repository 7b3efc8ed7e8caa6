/** A portal page that does all it can against the extension, its user and the service. */
export const HEADERS = ["办件编号", "事项名称", "承办部门", "受理时间", "承诺时限", "办件状态"];
const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const MARKUP = "<img src=x onerror=document.title='broken'><b>区审批局</b>";
const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
export const ROWS = [
  ["DY202611010017", `${MARKUP}许可`, `${MARKUP}一科`, day(90), "20个工作日", "办理中"],
  [
    "DY202611010025",
    "食品经营许可",
    '=HYPERLINK("http://198.51.100.7")',
    day(2),
    "20个工作日",
    "办理中",
  ],
  [
    "DY202611010033",
    "</script><script>document.title='broken'</script>许可",
    "@SUM(1+1)二科",
    day(80),
    "10个工作日",
    "办理中",
  ],
].map((row) => row.map(escaped));
export const EXPECTED = {
  DY202611010017: "overdue",
  DY202611010025: "on-time",
  DY202611010033: "overdue",
};

/** What scripts of ours, and most others, ask of these. */
export const NAMES = {
  globals: ["shixian", "shixianOnDemand", "browser", "chrome", "wxt", "marks", "location", "self"],
  document:
    "body title createElement createRange createTextNode createTreeWalker querySelector querySelectorAll documentElement defaultView addEventListener removeEventListener elementFromPoint implementation doctype".split(
      " ",
    ),
  usual:
    "id title name style className attributes value action method target elements length".split(
      " ",
    ),
  maze: "children childElementCount textContent childNodes firstChild nextSibling nextElementSibling firstElementChild parentElement parentNode getAttribute localName tagName nodeType getBoundingClientRect contains closest querySelectorAll".split(
    " ",
  ),
};
export const asForm = (names: readonly string[], more = "") =>
  `<form class="query bar">${names.map((name) => `<input type="hidden" name="${name}" value="7">`).join("")}<input value="查询">${more}`;
