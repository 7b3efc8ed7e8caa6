import type { Library } from "../library.ts";

/** A mobile page: each case a card of cells, more of them as one scrolls. */
export const vant: Library = {
  name: "Vant 2.12, cards",
  assets: ["vant/lib/index.css", "vue/dist/vue.min.js", "vant/lib/vant.min.js"],
  css: "#app { height: 700px; width: 420px; overflow: auto; background: #f2f3f5; }",
  body: `<div id="app"><van-list v-model="loading" :finished="shown.length >= rows.length" finished-text="没有更多了" :immediate-check="false" @load="more">
    <van-cell-group v-for="row in shown" :key="row.caseNo" style="margin-bottom:12px"><van-cell v-for="c in columns" :key="c.key" :title="c.title" :value="row[c.key]"></van-cell></van-cell-group>
  </van-list></div>`,
  script: `const vm = new Vue({ el: "#app", data: { rows: ROWS, count: SIZE, loading: false, columns: VISIBLE },
    computed: { shown() { return this.rows.slice(0, this.count); } },
    methods: { more() { setTimeout(() => { this.count += SIZE; this.loading = false; }, 80); } } });
    window.load = (rows) => { vm.rows = rows; vm.count = SIZE; };`,
  scroller: "#app",
};
