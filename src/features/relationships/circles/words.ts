import { t } from "../../../ui/text.ts";

/** "every month, 90 minutes" */
export function rhythmText({
	unit,
	every,
	minutes,
}: {
	readonly unit: "week" | "month" | "own";
	readonly every: number;
	readonly minutes: number;
}): string {
	return t("{rhythm}, {minutes} minutes", {
		rhythm: rhythmWords(unit, every),
		minutes,
	});
}

function rhythmWords(unit: "week" | "month" | "own", every: number): string {
	switch (unit) {
		case "own":
			return t("as it suits");
		case "week":
			return t("{every, plural, one {every week} other {every # weeks}}", {
				every,
			});
		case "month":
			return every === 3
				? t("every quarter")
				: t("{every, plural, one {every month} other {every # months}}", {
						every,
					});
	}
}
