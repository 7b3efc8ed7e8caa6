/** Pages that draw one small list in all the ways and at all the times in which portals draw it. */
const day = (from: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(
    Date.now() + from * 86_400_000,
  );

interface Case {
  caseNo: string;
  item: string;
  acceptedAt: string;
  due: string;
  closedAt: string;
  status: string;
  lamp: string;
  verdict: string;
}
const LIST: readonly Case[] = [
  {
    caseNo: "QYSP2026000101",
    item: "食品经营许可（新办）",
    acceptedAt: day(-90),
    due: day(-20),
    closedAt: "",
    status: "办理中",
    lamp: "red",
    verdict: "overdue",
  },
  {
    caseNo: "QYSP2026000102",
    item: "排水许可证核发",
    acceptedAt: day(-60),
    due: day(-10),
    closedAt: day(-15),
    status: "已办结",
    lamp: "green",
    verdict: "closed-on-time",
  },
  {
    caseNo: "QYSP2026000103",
    item: "户外招牌设施设置审批",
    acceptedAt: day(-3),
    due: "",
    closedAt: "",
    status: "办理中",
    lamp: "green",
    verdict: "on-time",
  },
];
/** case number and verdict, as stated by hand */
export const cases = LIST.map(({ caseNo, verdict }) => [caseNo, verdict] as const);

const table = (rows: readonly Case[]): string =>
  `<table border="1"><thead><tr><th>办件编号</th><th>事项名称</th><th>受理时间</th><th>应办结时间</th><th>办结时间</th><th>办件状态</th><th>亮灯</th></tr></thead><tbody>${rows
    .map(
      ({ caseNo, item, acceptedAt, due, closedAt, status, lamp }) =>
        `<tr><td>${caseNo}</td><td>${item}</td><td>${acceptedAt}</td><td>${due}</td><td>${closedAt}</td><td>${status}</td><td><i class="lamp lamp-${lamp}"></i></td></tr>`,
    )
    .join("")}</tbody></table>`;
const html = (body: string, script = ""): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>办件</title><link rel="icon" href="data:,"><style>iframe { width: 1200px; height: 300px } .lamp { display: inline-block; width: 12px; height: 12px; background: #ccc } [hidden] { display: none }</style></head><body>${body}<script>${script}</script></body></html>`;
const list = `<h3>办件列表</h3>${table(LIST)}`;
const quoted = (text: string): string => JSON.stringify(text).replaceAll("<", "\\u003c");
const part = (from: number, to?: number): string => quoted(table(LIST.slice(from, to)));

export const PAGES = {
  list: html(list),
  nested: html('<h2>审批门户</h2><iframe src="/inner"></iframe>'),
  inner: html('<p>导航</p><iframe src="/list"></iframe>'),
  written: html(
    "<h2>审批门户</h2>",
    `const frame = document.createElement("iframe"); document.body.append(frame);
     setTimeout(() => { const page = frame.contentDocument; page.open(); page.write(${quoted(html(list))}); page.close(); }, 300);`,
  ),
  filled: html(
    '<h2>审批门户</h2><iframe src="about:blank"></iframe>',
    `setTimeout(() => { document.querySelector("iframe").contentDocument.body.innerHTML = ${quoted(list)}; }, 300);`,
  ),
  srcdoc: html(
    `<h2>审批门户</h2><iframe srcdoc="${html(list).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`,
  ),
  spa: html(
    '<nav><button id="to-list">待办</button><button id="to-rest">其余</button></nav><main></main>',
    `const draw = () => {
       const main = document.querySelector("main");
       if (location.hash === "#/rest") main.innerHTML = ${part(2)};
       else if (location.pathname === "/spa/list") main.innerHTML = ${part(0, 2)};
       else main.innerHTML = "<p>欢迎使用</p>";
     };
     document.querySelector("#to-list").onclick = () => { history.pushState(null, "", "/spa/list"); setTimeout(draw, 200); };
     document.querySelector("#to-rest").onclick = () => { location.hash = "#/rest"; };
     addEventListener("hashchange", draw); addEventListener("popstate", draw); draw();`,
  ),
  refreshed: html(
    `<button id="refresh">刷新</button>${list}`,
    `document.querySelector("#refresh").onclick = () => {
       const [first, , third] = document.querySelectorAll("tbody tr");
       first.cells[3].firstChild.data = ${quoted(day(30))};
       first.querySelector("i").className = "lamp lamp-green";
       third.querySelector("i").className = "lamp lamp-red";
     };`,
  ),
  late: html(
    '<h2>办件</h2><div id="app"></div>',
    `setTimeout(() => { document.querySelector("#app").innerHTML = ${quoted(list)}; }, 5000);`,
  ),
  ticking: html(
    `<p>当前时间：<span id="clock"></span></p><ul id="news"><li>关于国庆放假的通知</li><li>窗口服务规范</li><li>系统升级公告</li></ul>
     <div id="slides"><div>图一 政务大厅</div><div hidden>图二 一网通办</div><div hidden>图三 好差评</div></div><button id="fewer">筛选</button>${list}`,
    `const clock = document.querySelector("#clock"), news = document.querySelector("#news"), slides = [...document.querySelectorAll("#slides > div")];
     let n = 0;
     setInterval(() => { clock.textContent = new Date().toLocaleString("zh-CN"); }, 1000);
     setInterval(() => news.append(news.firstElementChild), 800);
     setInterval(() => { n += 1; slides.forEach((slide, i) => { slide.hidden = i !== n % 3; }); }, 700);
     document.querySelector("#fewer").onclick = () => { for (const row of [...document.querySelectorAll("tbody tr")].slice(1)) row.remove(); };`,
  ),
};
