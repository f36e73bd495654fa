import { sql } from "kysely";
import { type Db, nowOf } from "../../platform/database/database.ts";
import { Temporal } from "temporal-polyfill";
import type { Health } from "../../domain/relationships/health.ts";
import { needsCare, PERIOD_DAYS } from "../../domain/relationships/pulse.ts";
import { formatDate, formatCompany, t } from "../../ui/text.ts";
import { ownPulses } from "../pulse/queries.ts";
import { ownReferrals } from "../referrals/queries.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { actingAs } from "../programs/acting.ts";
import type { WaitingQuery } from "../today/queries.ts";
import { hasWord, healths } from "../relationships/health-queries.ts";

/** A relationship that has gone quiet, or of which its member said so: they are asked first, each alone, and nobody else is told. */
export const waitingInHealth: WaitingQuery = async (db, visitor) => {
	const today = Temporal.Instant.fromEpochMilliseconds(nowOf(db).getTime())
		.toZonedDateTimeISO(visitor.timeZone ?? "UTC")
		.toPlainDate()
		.toString();
	const said = await ownPulses(db, visitor.id);
	const helped = new Set(
		(await ownReferrals(db, visitor.id)).map(
			({ relationship }) => relationship,
		),
	);
	const own = await healths(db, { member: visitor.id }, today);
	return own.flatMap(({ id, names, health }) => {
		const care = needsCare(health, said.get(id), today);
		if (care === undefined || (care === "strained" && helped.has(id)))
			return [];
		return [
			{
				title: titleOf(health, formatCompany(names)),
				detail:
					health.state === "quiet" && health.why === "no-word"
						? t(
								"Dates came and went, and nobody has said a word to them since {day}. That happens; nobody else is told.",
								{ day: formatDate(health.since) },
							)
						: t("That happens. See what helps; nobody else is told."),
				href: `/relationships/${id}/quiet`,
				label: t("See what helps"),
				minutes: 2,
			},
		];
	});
};

/** Who said anything in the last six weeks; and whose relationships have no date that anybody said a word to for longer than quiet takes, less a day for zones. */
export async function perhapsInHealth(
	db: Db,
	people: readonly Visitor[],
): Promise<ReadonlySet<string>> {
	const ids = people.map(({ id }) => id);
	const now = nowOf(db);
	const said = await actingAs(db, "pulse", () =>
		sql<{ person: string }>`
			select person_id as person from pulse
			where person_id = any (${ids}::uuid[]) and answered_on > ${now}::date - ${PERIOD_DAYS + 2}::integer
		`.execute(db),
	);
	const quiet = await actingAs(db, "sessions", () =>
		sql<{ person: string }>`
			select member.person_id as person from relationship_member member join relationship on relationship.id = member.relationship_id
			where member.person_id = any (${ids}::uuid[])
				and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
				and exists (select from session where session.relationship_id = relationship.id)
				and not exists (
					select from session where session.relationship_id = relationship.id
						and state in ('booked', 'held') and starts_at > ${now}::timestamptz - interval '58 days' and ${hasWord}
				)
		`.execute(db),
	);
	return new Set([...said.rows, ...quiet.rows].map(({ person }) => person));
}

function titleOf(health: Health, names: string): string {
	if (health.state !== "quiet")
		return t("What helps when it goes slowly: you and {names}", { names });
	return health.why === "no-word"
		? t("Do you and {names} meet?", { names })
		: t("You and {names} have not met since {day}", {
				names,
				day: formatDate(health.since),
			});
}
