import { z } from "zod";
import { t } from "../../../ui/text.ts";

export const OpenLotteryForm = z
	.object({
		places: z
			.string()
			.trim()
			.regex(/^\d{1,6}$/, { error: () => t("Enter a whole number.") })
			.transform(Number)
			.refine((places) => places >= 1 && places <= 100_000, {
				error: () => t("Enter a number from 1 to 100,000."),
			}),
		closesOn: z.iso.date({ error: () => t("Enter a day.") }),
		sharedBy: z
			.enum(["", "function", "unit", "location"], {
				error: () => t("Choose one of these."),
			})
			.default("")
			.transform((fact) => (fact === "" ? null : fact)),
		takesBeacon: z
			.string()
			.optional()
			.transform((given) => given === "yes"),
		beaconSource: z
			.string()
			.trim()
			.max(200, { error: () => t("At most 200 characters.") })
			.default(""),
	})
	.refine((terms) => !terms.takesBeacon || terms.beaconSource !== "", {
		path: ["beaconSource"],
		error: () =>
			t("Say which text, and where it will be published, or leave it out."),
	})
	.transform((terms) => ({
		...terms,
		beaconSource: terms.takesBeacon ? terms.beaconSource : null,
	}));

export const BeaconForm = z.object({
	beacon: z
		.string()
		.trim()
		.transform((text) => text.normalize("NFC"))
		.refine((text) => text.length >= 8 && text.length <= 200, {
			error: () => t("Enter 8 to 200 characters."),
		})
		.refine((text) => !text.includes("\n"), {
			error: () => t("Keep it on one line."),
		}),
});
