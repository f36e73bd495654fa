import { seatOf } from "../../domain/sessions/roundtable.ts";
import { type Db, nowOf } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { formatDateTime, t } from "../../ui/text.ts";
import type { Underway } from "../today/queries.ts";
import { roundtablesAround } from "./queries.ts";

const mostOffered = 2;

/** The tables at which the visitor sits or waits, and the next with a free seat. */
export async function underwayInRoundtables(
	db: Db,
	visitor: Visitor,
): Promise<readonly Underway[]> {
	const found = await roundtablesAround(db, {
		person: visitor.id,
		now: nowOf(db),
	});
	const lines = found.map((each) => {
		const { id, program, topic, host, ownPlace, seats, asked } = each;
		const moment = formatDateTime(each.startsAt, visitor.timeZone ?? each.zone);
		const isOwn = host === visitor.id || ownPlace !== null;
		const isOffered = !isOwn && asked < seats;
		return {
			isOwn,
			isOffered,
			title: t("Roundtable: {topic}", { topic }),
			href: `/programs/${program}/roundtables/${id}`,
			detail:
				host === visitor.id
					? t(
							"{moment}. You host it; {asked} of {seats} seats are asked for.",
							{
								moment,
								asked,
								seats,
							},
						)
					: ownPlace === null
						? t(
								"{moment}. {free, plural, one {One seat is} other {# seats are}} free.",
								{
									moment,
									free: seats - asked,
								},
							)
						: seatOf(ownPlace, seats).kind === "seated"
							? t("{moment}. You have a seat.", { moment })
							: t("{moment}. You wait for a seat.", { moment }),
		};
	});
	return [
		...lines.filter(({ isOwn }) => isOwn),
		...lines.filter(({ isOffered }) => isOffered).slice(0, mostOffered),
	].map(({ title, detail, href }) => ({ title, detail, href }));
}
