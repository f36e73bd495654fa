import { sql } from "kysely";
import type { Side } from "../../domain/programs/enrolment.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import type { Underway } from "../today/queries.ts";
import { managesPeople } from "./queries/people.ts";
import { holdsIn } from "./standing.ts";

/** What goes on in programs: the visitor's own places, those they look after, and those they or their people could still come into. */
export async function underwayInPrograms(
	db: Db,
	visitor: Visitor,
): Promise<readonly Underway[]> {
	const programs = await livePrograms(db, visitor.id);
	const leads = await managesPeople(db, visitor.id);
	return programs.flatMap((program): Underway[] => {
		const href = `/programs/${program.id}`;
		const title = program.name;
		if (
			holdsIn(visitor, program.id, [
				"program-manager",
				"committee-member",
				"analyst",
			])
		)
			return [{ title, detail: placesText(program), href }];
		if (program.side !== null)
			return [{ title, detail: ownText(program.side, program.status), href }];
		if (!program.isOpen) return [];
		if (leads && program.takesNominations)
			return [
				{
					title,
					detail: t(
						"Somebody of your people who should have a place? Suggest them, with a reason they will read.",
					),
					href: `${href}/nominate`,
				},
			];
		return program.takesApplications
			? [
					{
						title,
						detail: t("Open to applications: see whether it is for you."),
						href,
					},
				]
			: [];
	});
}

type LiveProgram = {
	readonly id: string;
	readonly name: string;
	readonly isOpen: boolean;
	readonly takesApplications: boolean;
	readonly takesNominations: boolean;
	readonly side: Side | null;
	readonly status: "enrolled" | "waiting" | "applied" | null;
	readonly mentors: number;
	readonly mentees: number;
};

// Row-level security leaves everyone but those who look after a program with their own enrolment alone.
async function livePrograms(
	db: Db,
	person: string,
): Promise<readonly LiveProgram[]> {
	const { rows } = await sql<LiveProgram>`
		select program.id, program.name, program.status in ('open', 'running') as "isOpen",
			takes_applications as "takesApplications", takes_nominations as "takesNominations", own.side, own.status,
			(select count(*)::integer from enrolment where program_id = program.id and side = 'mentor' and status = 'enrolled') as mentors,
			(select count(*)::integer from enrolment where program_id = program.id and side = 'mentee' and status = 'enrolled') as mentees
		from program left join lateral (
			select side, status from enrolment
			where program_id = program.id and person_id = ${person} and status in ('enrolled', 'waiting', 'applied')
			order by status = 'enrolled' desc limit 1
		) own on true
		where program.status in ('open', 'running')
		order by program.opened_at desc nulls last, program.name
	`.execute(db);
	return rows;
}

function placesText({ mentors, mentees }: LiveProgram): string {
	return t(
		"{mentors, plural, one {One mentor} other {# mentors}} and {mentees, plural, one {one mentee} other {# mentees}} have a place.",
		{ mentors, mentees },
	);
}

function ownText(side: Side, status: LiveProgram["status"]): string {
	if (status === "waiting") return t("You are on the waiting list.");
	if (status === "applied") return t("You have asked for a place.");
	return side === "mentor"
		? t("You have a place as mentor.")
		: t("You have a place as mentee.");
}
