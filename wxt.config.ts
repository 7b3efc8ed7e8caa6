import { defineConfig } from "wxt";

export default defineConfig({
  srcDir: "extension",
  imports: false,
  modules: ["@wxt-dev/module-react"],
  manifest: ({ manifestVersion }) => ({
    name: "时限 Shixian",
    description:
      "在政务服务页面上标出超期与预警办件，并说明依据。Marks overdue approvals in the portal page and says why.",
    default_locale: undefined,
    permissions: ["storage", "unlimitedStorage", "alarms", "scripting", "activeTab"],
    host_permissions: ["*://*.gov.cn/*"],
    ...(manifestVersion === 3 && {
      optional_host_permissions: ["*://*/*"],
      minimum_chrome_version: "88",
    }),
  }),
  vite: () => ({ build: { target: "chrome83" } }),
});
