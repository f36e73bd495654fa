import { mayBegin } from "../../../domain/relationships/circle.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { record, recordAll } from "../../../platform/journal/journal.ts";
import { postAll } from "../../../platform/mail/mail.ts";
import { t } from "../../../ui/text.ts";
import { addressed, recipients } from "../../matching/letters.ts";
import { actingAs } from "../../programs/acting.ts";
import { begunLetter } from "./letters.ts";
import { addMember, type CircleReactions, lockCircle } from "./members.ts";

/** What somebody says to a circle they are asked into. With the last yes that it takes it begins; later ones join it as it runs. */
export async function answerCircle(
	tx: Tx,
	id: string,
	{
		by,
		answer,
		origin,
		reactions,
	}: {
		readonly by: string;
		readonly answer: "yes" | "no";
		readonly origin: string;
		readonly reactions: CircleReactions;
	},
): Promise<string | undefined> {
	const { numUpdatedRows } = await tx
		.updateTable("circle_seat")
		.set({ answer })
		.where("circle_id", "=", id)
		.where("person_id", "=", by)
		.where("answer", "is", null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n)
		throw new Conflict(t("You have answered already, or its time is over."));
	await record(tx, { act: "answer-circle", about: by });
	return actingAs(tx, "pairing", async () => {
		const { circle, seats } = await lockCircle(tx, id);
		if (circle.endedAt !== null)
			throw new Conflict(t("This circle has ended already."));
		if (answer === "no") return undefined;
		if (circle.relationship !== null) {
			const side = seats.find(({ person }) => person === by)?.side ?? "peer";
			await addMember(tx, {
				relationship: circle.relationship,
				person: by,
				side,
			});
			await reactions.joined(tx, {
				relationship: circle.relationship,
				person: by,
			});
			return circle.relationship;
		}
		return mayBegin(seats) ? begin(tx, circle, { seats, origin }) : undefined;
	});
}

type Locked = Awaited<ReturnType<typeof lockCircle>>;

// Runs as `pairing`: nobody who answers is a member yet, and nobody reads what the others said.
async function begin(
	tx: Tx,
	circle: Locked["circle"],
	{
		seats,
		origin,
	}: { readonly seats: Locked["seats"]; readonly origin: string },
): Promise<string> {
	const members = seats.filter(({ answer }) => answer === "yes");
	const ids = members.map(({ person }) => person);
	const { id } = await tx
		.insertInto("relationship")
		.values({ program_id: circle.program, kind: "circle", member_ids: ids })
		.returning("id")
		.executeTakeFirstOrThrow();
	await tx
		.insertInto("relationship_member")
		.values(
			members.map(({ person, side }) => ({
				relationship_id: id,
				person_id: person,
				side,
			})),
		)
		.execute();
	await tx
		.updateTable("mentoring_circle")
		.set({ relationship_id: id })
		.where("id", "=", circle.id)
		.execute();
	await tx
		.insertInto("cadence")
		.values({
			relationship_id: id,
			unit: circle.unit,
			every: circle.every,
			month_by: "weekday",
			minutes: circle.minutes,
			format: "circle",
			chosen_by: circle.startedBy,
		})
		.execute();
	await recordAll(
		tx,
		ids.map((person) => ({
			act: "begin-relationship",
			about: person,
			subject: { kind: "relationship", id },
		})),
	);
	const known = await recipients(tx, ids);
	await postAll(
		tx,
		[...known.values()].map((to) =>
			addressed(
				to,
				{ kind: "relationship", event: `relationship ${id}` },
				(reader) =>
					begunLetter(reader, {
						program: circle.programName,
						url: `${origin}/relationships/${id}`,
					}),
			),
		),
	);
	return id;
}
