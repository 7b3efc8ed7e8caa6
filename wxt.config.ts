import { defineConfig } from "wxt";

export default defineConfig({
  srcDir: "extension",
  publicDir: "extension/public",
  imports: false,
  modules: ["@wxt-dev/module-react"],
  manifest: ({ manifestVersion }) => ({
    name: "时限 Shixian",
    description:
      "在政务服务页面上标出超期与预警办件，并说明依据。Marks overdue approvals in the portal page and says why.",
    permissions: [
      "storage",
      "unlimitedStorage",
      "alarms",
      "activeTab",
      ...(manifestVersion === 3 ? ["scripting"] : []),
    ],
    host_permissions: ["*://*.gov.cn/*"],
    storage: { managed_schema: "managed-schema.json" },
    ...(manifestVersion === 3 && {
      optional_host_permissions: ["*://*/*"],
      minimum_chrome_version: "88",
    }),
  }),
  // What Chromium 83 speaks. By that name builders lower `?.` too, for a fault of V8 with spread arguments that `old-chromium.test.ts` looks for.
  vite: () => ({ build: { target: "es2020" } }),
});
