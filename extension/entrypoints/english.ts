import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { inPageEnglish } from "#shared/strings/in-page-english.ts";
import { provide } from "../on-demand.ts";

export default defineUnlistedScript(() => provide("english", inPageEnglish));
