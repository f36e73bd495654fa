import { sql } from "kysely";
import { type Db, nowOf } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import type { Waiting } from "../today/queries.ts";
import { actingAs } from "./acting.ts";
import { isoDay } from "./day.ts";
import { overviewOf } from "./queries/next-step.ts";
import { openOffers } from "./queries/enrolments.ts";
import { allPrograms } from "./queries/programs.ts";
import { holdsIn } from "./standing.ts";

/** What waits for someone in programs: their own answers first, then what they run. */
export async function waitingInPrograms(
	db: Db,
	visitor: Visitor,
): Promise<readonly Waiting[]> {
	return [
		...(await ownAnswers(db, visitor)),
		...(await ownPrograms(db, visitor)),
	];
}

async function ownAnswers(db: Db, visitor: Visitor): Promise<Waiting[]> {
	const offers = await openOffers(db, visitor.id);
	return offers.map(({ program, name, status, how, by, answerBy }) => ({
		title: offerTitle(name, status, how),
		inMail: true,
		detail:
			status === "nominated" || how === "import"
				? t("By {name}.", { name: by ?? t("a colleague") })
				: t("Yes or no; a no needs no reason."),
		href: `/programs/${program}/invitation`,
		label: t("Read more and answer"),
		minutes: 1,
		...(answerBy === null ? {} : { by: answerBy }),
	}));
}

function offerTitle(program: string, status: string, how: string): string {
	if (status === "nominated")
		return t("You were suggested for “{program}”", { program });
	return how === "import"
		? t("You were enrolled in “{program}”", { program })
		: t("A place for you in “{program}”", { program });
}

async function ownPrograms(db: Db, visitor: Visitor): Promise<Waiting[]> {
	if (
		!visitor.offices.some(
			({ office }) =>
				office === "program-manager" || office === "committee-member",
		)
	)
		return [];
	const waiting: Waiting[] = [];
	for (const program of await allPrograms(db)) {
		if (program.status === "closed") continue;
		const manages = holdsIn(visitor, program.id, ["program-manager"]);
		if (!manages && !holdsIn(visitor, program.id, ["committee-member"]))
			continue;
		const overview = await overviewOf(
			db,
			program.id,
			isoDay(nowOf(db), visitor.timeZone),
		);
		const { toDecide, couldBePromoted, places, next, awaitsBeacon } = overview;
		if (awaitsBeacon)
			waiting.push({
				inMail: true,
				title: t("The draw of “{program}” waits for its public text", {
					program: program.name,
				}),
				href: `/programs/${program.id}/lottery`,
				label: t("Enter it and draw"),
				minutes: 1,
			});
		if (!manages) continue;
		if (toDecide > 0)
			waiting.push({
				inMail: true,
				title: t(
					"{count, plural, one {One person asks} other {# people ask}} for a place in “{program}”",
					{ count: toDecide, program: program.name },
				),
				detail: t("Applications and nominations to decide."),
				href: `/programs/${program.id}/people?status=to-decide`,
				label: t("Decide"),
				minutes: 2 * toDecide,
			});
		if (places.isPaired && couldBePromoted > 0)
			waiting.push({
				inMail: true,
				title: t(
					"{count, plural, one {One place is} other {# places are}} free for those who wait in “{program}”",
					{ count: couldBePromoted, program: program.name },
				),
				href: `/programs/${program.id}`,
				label: t("Give the places"),
				minutes: 1,
			});
		if (next === "eligibility" || next === "invite")
			waiting.push({
				inMail: true,
				title:
					next === "eligibility"
						? t("Say who may take part in “{program}”", {
								program: program.name,
							})
						: t("Invite people to “{program}”", { program: program.name }),
				href: `/programs/${program.id}/${next}`,
				label: t("Go on"),
				minutes: 5,
			});
	}
	return waiting;
}

/** Who is asked for an answer of their own. */
export function perhapsInPrograms(
	db: Db,
	people: readonly Visitor[],
): Promise<ReadonlySet<string>> {
	return actingAs(db, "pairing", async () => {
		const { rows } = await sql<{ person: string }>`
			select distinct person_id as person from enrolment
			where person_id = any (${people.map(({ id }) => id)}::uuid[])
				and (status in ('invited', 'nominated') or (status = 'enrolled' and how = 'import' and answered_at is null))
		`.execute(db);
		return new Set(rows.map(({ person }) => person));
	});
}
