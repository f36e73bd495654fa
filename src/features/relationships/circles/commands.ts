import {
	circleSize,
	freeSeats,
	mayBegin,
} from "../../../domain/relationships/circle.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { record, recordAll } from "../../../platform/journal/journal.ts";
import { postAll } from "../../../platform/mail/mail.ts";
import { t } from "../../../ui/text.ts";
import { addressed, recipients } from "../../matching/letters.ts";
import { actingAs } from "../../programs/acting.ts";
import { askedLetter, begunLetter } from "./letters.ts";
import {
	type Circle,
	enrolledIn,
	facilitatorsOf,
	findCircle,
} from "./queries.ts";
import type { CircleReactions } from "./members.ts";
import { addMember, lockCircle } from "./members.ts";

export type NewCircle = {
	readonly name: string;
	readonly theme: string;
	readonly unit: "week" | "month" | "own";
	readonly every: number;
	readonly minutes: number;
	readonly facilitator: string;
	readonly people: readonly string[];
};

type Asking = {
	readonly program: string;
	readonly by: string;
	readonly origin: string;
};

/** Starts a circle and asks everyone whether they come in. */
export async function startCircle(
	tx: Tx,
	{ name, theme, unit, every, minutes, ...asked }: NewCircle,
	{ program, by, origin }: Asking,
): Promise<string> {
	const people = asked.people.filter((one) => one !== asked.facilitator);
	if (people.length < circleSize.fewest || people.length > circleSize.most)
		throw new Invalid({
			people: t("Choose {fewest} to {most} people beside the facilitator.", {
				fewest: circleSize.fewest,
				most: circleSize.most,
			}),
		});
	await refuseOutsiders(tx, program, { ...asked, people });
	const { id } = await tx
		.insertInto("mentoring_circle")
		.values({
			program_id: program,
			name,
			theme,
			unit,
			every,
			minutes,
			started_by: by,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await insertSeats(tx, { id, program }, [
		{ person: asked.facilitator, side: "facilitator" },
		...people.map((person) => ({ person, side: "peer" as const })),
	]);
	await record(tx, {
		act: "start-circle",
		subject: { kind: "circle", id },
	});
	const circle = await findCircle(tx, { program, circle: id });
	await mailAsked(tx, circle, {
		people: [...people, asked.facilitator],
		origin,
	});
	return id;
}

/** Asks more people, or another facilitator where there is none. */
export async function askMore(
	tx: Tx,
	circle: Circle,
	{
		people,
		facilitator,
		origin,
	}: {
		readonly people: readonly string[];
		readonly facilitator: string | undefined;
		readonly origin: string;
	},
): Promise<void> {
	refuseEnded(circle);
	const known = new Set(
		circle.seats
			.filter(({ answer }) => answer !== "no")
			.map((one) => one.person),
	);
	const others = people.filter((one) => !known.has(one) && one !== facilitator);
	if (others.length === 0 && facilitator === undefined)
		throw new Invalid({ people: t("Choose whom to ask.") });
	if (others.length > freeSeats(circle.seats))
		throw new Invalid({
			people: t("There is room for {count} more.", {
				count: freeSeats(circle.seats),
			}),
		});
	await refuseOutsiders(tx, circle.program, { people: others, facilitator });
	await actingAs(tx, "pairing", () =>
		tx
			.deleteFrom("circle_seat")
			.where("circle_id", "=", circle.id)
			.where("person_id", "in", [
				...others,
				...(facilitator === undefined ? [] : [facilitator]),
			])
			.where("answer", "=", "no")
			.execute(),
	);
	await insertSeats(tx, circle, [
		...others.map((person) => ({ person, side: "peer" as const })),
		...(facilitator === undefined || known.has(facilitator)
			? []
			: [{ person: facilitator, side: "facilitator" as const }]),
	]);
	await record(tx, {
		act: "ask-into-circle",
		subject: { kind: "circle", id: circle.id },
	});
	await mailAsked(tx, circle, {
		people: [...others, ...(facilitator === undefined ? [] : [facilitator])],
		origin,
	});
}

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

/** Ends a circle for everyone, at the word of whoever runs the program. */
export async function endCircle(tx: Tx, circle: Circle): Promise<void> {
	refuseEnded(circle);
	await actingAs(tx, "pairing", async () => {
		await tx
			.updateTable("mentoring_circle")
			.set({ ended_at: new Date() })
			.where("id", "=", circle.id)
			.execute();
		if (circle.relationship !== null)
			await tx
				.insertInto("relationship_ending")
				.values({ relationship_id: circle.relationship })
				.onConflict((row) => row.column("relationship_id").doNothing())
				.execute();
	});
	await record(tx, {
		act: "end-circle",
		subject: { kind: "circle", id: circle.id },
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

async function insertSeats(
	tx: Tx,
	{ id, program }: { readonly id: string; readonly program: string },
	seats: readonly {
		readonly person: string;
		readonly side: "peer" | "facilitator";
	}[],
): Promise<void> {
	if (seats.length === 0) return;
	await tx
		.insertInto("circle_seat")
		.values(
			seats.map(({ person, side }) => ({
				circle_id: id,
				person_id: person,
				program_id: program,
				side,
			})),
		)
		.execute();
}

async function mailAsked(
	tx: Tx,
	{ id, programName }: Pick<Circle, "id" | "programName">,
	{
		people,
		origin,
	}: { readonly people: readonly string[]; readonly origin: string },
): Promise<void> {
	const known = await recipients(tx, people);
	await postAll(
		tx,
		[...known.values()].map((to) =>
			addressed(to, { kind: "circle", event: `circle ${id}` }, (reader) =>
				askedLetter(reader, {
					program: programName,
					url: `${origin}/circles/${id}`,
				}),
			),
		),
	);
}

async function refuseOutsiders(
	tx: Tx,
	program: string,
	{
		people,
		facilitator,
	}: {
		readonly people: readonly string[];
		readonly facilitator: string | undefined;
	},
): Promise<void> {
	const enrolled = new Set((await enrolledIn(tx, program)).map(({ id }) => id));
	if (!people.every((one) => enrolled.has(one))) throw new NotFound();
	if (facilitator === undefined || enrolled.has(facilitator)) return;
	const found = await facilitatorsOf(tx, program);
	if (!found.some(({ id }) => id === facilitator)) throw new NotFound();
}

function refuseEnded({ endedAt }: Pick<Circle, "endedAt">): void {
	if (endedAt !== null) throw new Conflict(t("This circle has ended already."));
}
