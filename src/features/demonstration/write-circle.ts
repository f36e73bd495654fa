// A circle that has met four times and meets again: its members, sessions, shared notes and agenda, and one who is asked to come in.
import { randomUUID } from "node:crypto";
import { circleStory } from "../../domain/demonstration/care-words.ts";
import { actingAs } from "../../platform/database/acting.ts";
import { nowOf, type Tx } from "../../platform/database/database.ts";
import type { CastIds } from "./cast-ids.ts";
import { insertAll } from "./insert-all.ts";
import {
	type CircleMember,
	writeCircleSessions,
} from "./write-circle-sessions.ts";

const day = 86_400_000;
const minutes = 90;
/** Days ago that it began: two times six weeks and some, so that its members are asked these days how it goes. */
const beganDays = 122;
const others = 5;

export async function writeCircle(tx: Tx, cast: CastIds): Promise<void> {
	const [ruth, denise, wei, jola, piet] = (
		[
			"program-manager",
			"facilitator",
			"mentee",
			"second-mentee",
			"administrator",
		] as const
	).map((role) => cast.get(role));
	const program = await tx
		.selectFrom("program")
		.select("id")
		.where("status", "=", "running")
		.executeTakeFirst();
	if (!program || !ruth || !denise || !wei || !jola) return;
	const strangers = await enrolledMentees(tx, program.id, {
		without: [...cast.values()],
		most: others,
	});
	const members: CircleMember[] = [
		{ person: denise, side: "facilitator" },
		...[wei, jola, ...strangers].map((person) => ({
			person,
			side: "peer" as const,
		})),
	];
	const relationship = randomUUID();
	const now = nowOf(tx).getTime();
	await writeSeats(tx, {
		relationship,
		program: program.id,
		members,
		asked: piet,
		by: ruth,
		now,
	});
	await writeCircleSessions(tx, {
		relationship,
		members,
		wei,
		jola,
		minutes,
		now,
		began: new Date(now - beganDays * day),
	});
}

/** Mentees of a program, no two of the same first name. */
export function enrolledMentees(
	tx: Tx,
	program: string,
	{
		without,
		most,
	}: { readonly without: readonly string[]; readonly most: number },
): Promise<string[]> {
	return tx
		.selectFrom("enrolment")
		.innerJoin("person", "person.id", "enrolment.person_id")
		.select(["person.id", "person.first_name"])
		.distinctOn("person.first_name")
		.where("program_id", "=", program)
		.where("side", "=", "mentee")
		.where("status", "=", "enrolled")
		.where("person.left_on", "is", null)
		.where("person.id", "not in", without)
		.orderBy("person.first_name")
		.orderBy("person.email")
		.limit(most)
		.execute()
		.then((rows) => rows.map(({ id }) => id));
}

async function writeSeats(
	tx: Tx,
	{
		relationship,
		program,
		members,
		asked,
		by,
		now,
	}: {
		readonly relationship: string;
		readonly program: string;
		readonly members: readonly CircleMember[];
		readonly asked: string | undefined;
		readonly by: string;
		readonly now: number;
	},
): Promise<void> {
	const began = new Date(now - beganDays * day);
	await tx
		.insertInto("relationship")
		.values({
			id: relationship,
			program_id: program,
			kind: "circle",
			member_ids: members.map(({ person }) => person),
			began_at: began,
		})
		.execute();
	await insertAll(
		tx,
		"relationship_member",
		members.map(({ person, side }) => ({
			relationship_id: relationship,
			person_id: person,
			side,
		})),
	);
	await actingAs(tx, "pairing", async () => {
		const circle = randomUUID();
		await tx
			.insertInto("mentoring_circle")
			.values({
				id: circle,
				program_id: program,
				relationship_id: relationship,
				name: circleStory.name,
				theme: circleStory.theme,
				unit: "month",
				every: 1,
				minutes,
				started_by: by,
				started_at: new Date(began.getTime() - 12 * day),
			})
			.execute();
		await insertAll(tx, "circle_seat", [
			...members.map(({ person, side }) => ({
				circle_id: circle,
				person_id: person,
				program_id: program,
				side,
				answer: "yes" as const,
				asked_at: new Date(began.getTime() - 12 * day),
			})),
			...(asked === undefined
				? []
				: [
						{
							circle_id: circle,
							person_id: asked,
							program_id: program,
							side: "peer" as const,
							asked_at: new Date(now - 3 * day),
						},
					]),
		]);
	});
}
