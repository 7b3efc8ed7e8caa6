import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { provide } from "../on-demand.ts";
import { markPage } from "../mark-page.ts";

export default defineUnlistedScript(() => provide("marks", markPage));
