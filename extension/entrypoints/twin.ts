import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { provide } from "../on-demand.ts";
import { saveTwin } from "../teaching/save-twin.ts";

export default defineUnlistedScript(() => provide("twin", saveTwin));
