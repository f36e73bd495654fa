import { holding } from "../../../platform/http/guard.ts";

/** Who may bring people in from a file. */
export const importers = holding("program-manager", "administrator");
