import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import type { Waiting } from "../today/queries.ts";
import { openCorrections } from "./queries/corrections.ts";
import { erasures } from "./queries/erasures.ts";

/** What people demand for their data waits for those who answer. */
export async function waitingForRights(
	db: Db,
	{ id, offices }: Visitor,
): Promise<readonly Waiting[]> {
	const held = offices.map(({ office }) => office);
	const keeps = held.includes("program-manager");
	const administers = held.includes("administrator");
	const corrections =
		keeps || administers ? (await openCorrections(db, id)).length : 0;
	const erasing = administers
		? (await erasures(db)).filter(
				({ outcome, person }) => outcome === null && person !== id,
			).length
		: 0;
	return [
		...(corrections === 0
			? []
			: [
					{
						inMail: true as const,
						title: t(
							"{count, plural, one {Somebody asks} other {# people ask}} for a correction of their record",
							{ count: corrections },
						),
						href: "/corrections",
						label: t("Answer"),
						minutes: 3,
					},
				]),
		...(erasing === 0
			? []
			: [
					{
						inMail: true as const,
						title: t(
							"{count, plural, one {Somebody waits} other {# people wait}} to be erased",
							{ count: erasing },
						),
						href: "/administration/erasures",
						label: t("Answer"),
						minutes: 3,
					},
				]),
	];
}
