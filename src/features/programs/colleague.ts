import type { Db } from "../../platform/database/database.ts";
import { Invalid } from "../../platform/http/refusal.ts";
import { formatList, t } from "../../ui/text.ts";
import { findColleagues, type FoundPerson } from "./queries/people.ts";

/** The one colleague somebody typed into a field, by address or full name; otherwise the field says what is missing. */
export async function colleagueIn(
	db: Db,
	field: string,
	typed: string,
	self?: string,
): Promise<FoundPerson> {
	const found = await findColleagues(db, typed);
	const [person] = found;
	if (person === undefined)
		throw new Invalid({
			[field]: t(
				"Nobody in the directory has this name or address. Check how it is written there.",
			),
		});
	if (found.length > 1)
		throw new Invalid({
			[field]: t("Several people have this name. Enter one of {addresses}.", {
				addresses: formatList(found.map(({ email }) => email)),
			}),
		});
	if (person.id === self)
		throw new Invalid({ [field]: t("Enter somebody other than yourself.") });
	return person;
}
