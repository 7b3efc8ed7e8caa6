import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { provide } from "../on-demand.ts";
import { teach } from "../teaching/teach.ts";

export default defineUnlistedScript(() => provide("teach", teach));
