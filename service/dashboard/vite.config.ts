import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Offices still run Chromium 83: syntax and styles are lowered to it, missing calls come from `old-browsers.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  publicDir: false,
  plugins: [react()],
  build: {
    target: "chrome83",
    cssTarget: "chrome83",
    outDir: "dist",
    emptyOutDir: true,
    // the service's content policy allows no data: script or font, and a file is cached better than a string
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
