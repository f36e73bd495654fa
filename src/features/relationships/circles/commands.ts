import { circleSize, freeSeats } from "../../../domain/relationships/circle.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { postAll } from "../../../platform/mail/mail.ts";
import { t } from "../../../ui/text.ts";
import { addressed, recipients } from "../../matching/letters.ts";
import { actingAs } from "../../programs/acting.ts";
import { askedLetter } from "./letters.ts";
import { enrolledAmong } from "./choosing.ts";
import { type Circle, facilitatorsOf, findCircle } from "./queries.ts";

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
	const asked = [
		...people,
		...(facilitator === undefined ? [] : [facilitator]),
	];
	const enrolled = new Set(
		(await enrolledAmong(tx, program, asked)).map(({ id }) => id),
	);
	if (!people.every((one) => enrolled.has(one))) throw new NotFound();
	if (facilitator === undefined || enrolled.has(facilitator)) return;
	const found = await facilitatorsOf(tx, program);
	if (!found.some(({ id }) => id === facilitator)) throw new NotFound();
}

function refuseEnded({ endedAt }: Pick<Circle, "endedAt">): void {
	if (endedAt !== null) throw new Conflict(t("This circle has ended already."));
}
