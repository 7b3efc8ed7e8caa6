import { mount } from "../../ui/mount.tsx";
import { Options } from "./options.tsx";

mount(Options);
