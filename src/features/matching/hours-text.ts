import { t } from "../../ui/text.ts";
import type { SharedHours } from "./shared-hours.ts";

/** When both are usually at work; nothing where a time zone is not known. */
export function hoursText(
	hours: SharedHours | "none" | undefined,
): string | undefined {
	if (hours === undefined) return undefined;
	return hours === "none"
		? t("Your working days do not meet; early or late hours would.")
		: t("From {from} to {to} on your clock, on ordinary working days.", hours);
}
