import { t } from "../../../ui/text.ts";
import type { ImportProgress } from "./queries/imports.ts";

/** What an import is doing right now. */
export function phaseWords({ phase, done, total }: ImportProgress): string {
	switch (phase) {
		case "reading":
			return t("Reading the people there are");
		case "comparing":
			return t("Comparing the file with them");
		case "writing":
			return t("Writing, step {done} of {total}", { done, total });
		case "undoing":
			return t("Restoring what was there before");
		default:
			return t("About to begin");
	}
}
