import type { Temporal } from "temporal-polyfill";
import {
	type AgreementText,
	agreementTopics,
} from "../../domain/relationships/agreement.ts";
import { starterAgreement } from "../../domain/relationships/agreement-starters.ts";
import type { Tx } from "../../platform/database/database.ts";
import { insertAll } from "./insert-all.ts";

/** Weeks ago that the text on ethics was published anew; some have not yet accepted it. */
const renewedWeeksAgo = 2;

/** What members promise each other when they begin, in the program whose relationships run. */
export async function writeAgreements(tx: Tx, manager: string): Promise<void> {
	const program = await runningProgram(tx);
	if (program === undefined) return;
	await publish(
		tx,
		{ program: program.id, by: manager, at: program.created_at },
		agreementTopics.map((topic) => ({
			topic,
			version: 1,
			text: starterAgreement(topic, "en"),
		})),
	);
	await acceptFirst(tx, await members(tx, program.id));
}

function acceptFirst(tx: Tx, accepting: readonly Member[]): Promise<void> {
	return insertAll(
		tx,
		"agreement_acceptance",
		agreementTopics.flatMap((topic) =>
			accepting.map(acceptanceOf).map((row) => ({ ...row, topic, version: 1 })),
		),
	);
}

/** The text on ethics is published anew. One in four of those who still meet has not come to it yet, and one of the cast. A circle has come since. */
export async function renewAgreements(
	tx: Tx,
	manager: string,
	today: Temporal.PlainDate,
): Promise<void> {
	const program = await runningProgram(tx);
	if (program === undefined) return;
	const at = new Date(
		`${today.subtract({ weeks: renewedWeeksAgo }).toString()}T08:00:00Z`,
	);
	await publish(tx, { program: program.id, by: manager, at }, [
		{
			topic: "ethics",
			version: 2,
			text: askingToo(starterAgreement("ethics", "en")),
		},
	]);
	const all = await members(tx, program.id);
	await acceptFirst(
		tx,
		all.filter(({ kind }) => kind === "circle"),
	);
	await insertAll(
		tx,
		"agreement_acceptance",
		all
			.filter(
				({ ended, role }, place) =>
					ended === null && place % 4 !== 1 && role !== "second-mentee",
			)
			.map(acceptanceOf)
			.map((row) => ({
				...row,
				topic: "ethics" as const,
				version: 2,
				accepted_at: later(row.accepted_at, at),
			})),
	);
}

function runningProgram(tx: Tx) {
	return tx
		.selectFrom("program")
		.select(["id", "created_at"])
		.where("status", "=", "running")
		.executeTakeFirst();
}

function publish(
	tx: Tx,
	{
		program,
		by,
		at,
	}: { readonly program: string; readonly by: string; readonly at: Date },
	texts: readonly {
		readonly topic: (typeof agreementTopics)[number];
		readonly version: number;
		readonly text: AgreementText;
	}[],
): Promise<void> {
	return insertAll(
		tx,
		"agreement_text",
		texts.map(({ topic, version, text }) => ({
			program_id: program,
			topic,
			version,
			body: JSON.stringify(text),
			published_by: by,
			published_at: at,
		})),
	);
}

function askingToo({ sections }: AgreementText): AgreementText {
	return {
		sections: sections.map(({ heading, clauses }) => ({
			heading,
			clauses: clauses.map((clause) =>
				clause === "We admit what we do not know."
					? "We admit what we do not know, and say whom to ask instead."
					: clause,
			),
		})),
	};
}

/** In the order in which they began. */
function members(tx: Tx, program: string) {
	return tx
		.selectFrom("relationship_member as member")
		.innerJoin("relationship", "relationship.id", "member.relationship_id")
		.innerJoin("person", "person.id", "member.person_id")
		.leftJoin(
			"relationship_ending as ending",
			"ending.relationship_id",
			"relationship.id",
		)
		.leftJoin("demonstration_cast as cast", "cast.person_id", "person.id")
		.select([
			"relationship.id as relationship",
			"relationship.kind",
			"member.person_id as person",
			"cast.role",
			"relationship.began_at as began",
			"ending.ended_at as ended",
		])
		.where("relationship.program_id", "=", program)
		.orderBy("relationship.began_at")
		.orderBy("person.email")
		.execute();
}

type Member = Awaited<ReturnType<typeof members>>[number];

function acceptanceOf({ relationship, person, began }: Member) {
	return {
		relationship_id: relationship,
		person_id: person,
		accepted_at: began,
	};
}

function later(one: Date, other: Date): Date {
	return one > other ? one : other;
}
