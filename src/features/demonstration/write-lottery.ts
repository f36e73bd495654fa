import { randomBytes, randomUUID } from "node:crypto";
import {
	commitmentTo,
	draw,
	type Drawn,
	listHashOf,
} from "../../domain/programs/lottery.ts";
import { actAs, type Tx } from "../../platform/database/database.ts";
import { insertAll } from "./insert-all.ts";

type Asked = {
	readonly enrolment: string;
	readonly person: string;
	readonly status: "enrolled" | "waiting";
};

const BEACON = "DAX 24,031.12";
const SOURCE =
	"The closing value of the DAX on the first trading day after the list closed, as Deutsche Börse publishes it";

/**
 * The lottery by which those who asked for a place came in or wait, drawn as any other: seed, public text and list give the record that anyone
 * can check. The numbers are given out so that the draw comes to what the story says; nobody could tell from them.
 */
export async function writeLottery(
	tx: Tx,
	program: string,
	manager: string,
	days: { readonly opened: Date; readonly closed: Date; readonly drawn: Date },
): Promise<void> {
	const asked = await applicants(tx, program);
	const places = asked.filter(({ status }) => status === "enrolled").length;
	if (places === 0 || places === asked.length) return;
	const seed = randomBytes(32).toString("hex");
	const entries = asked.map((_, place) => ({ number: place + 1, stratum: "" }));
	const drawn = draw({ seed, beacon: BEACON, places, entries });
	const id = randomUUID();
	await actAs(tx, { kind: "process", process: "lottery" });
	await tx
		.insertInto("lottery")
		.values({
			id,
			program_id: program,
			places,
			commitment: commitmentTo(seed),
			closes_on: days.closed.toISOString().slice(0, 10),
			takes_beacon: true,
			beacon_source: SOURCE,
			beacon: BEACON,
			beacon_by: manager,
			opened_by: manager,
			opened_at: days.opened,
			closed_at: days.closed,
			list_hash: listHashOf(entries, places),
			seed,
			drawn_at: days.drawn,
		})
		.execute();
	await insertAll(
		tx,
		"lottery_entry",
		numbered(asked, drawn).map(
			({ enrolment, person, number, rank, outcome }) => ({
				lottery_id: id,
				number,
				enrolment_id: enrolment,
				person_id: person,
				stratum: "",
				rank,
				outcome,
				entered_at: days.opened,
			}),
		),
	);
	await actAs(tx, { kind: "process", process: "demonstration" });
}

/** Gives the numbers that were drawn a place to those who have one, the others to those who wait, in their order. */
function numbered(asked: readonly Asked[], drawn: readonly Drawn[]) {
	const of = (outcome: Drawn["outcome"], status: Asked["status"]) => {
		const people = asked.filter((one) => one.status === status);
		return drawn
			.filter((one) => one.outcome === outcome)
			.toSorted((a, b) => a.rank - b.rank)
			.flatMap((one, place) => {
				const person = people[place];
				return person === undefined ? [] : [{ ...one, ...person }];
			});
	};
	return [...of("place", "enrolled"), ...of("waiting", "waiting")];
}

async function applicants(tx: Tx, program: string): Promise<readonly Asked[]> {
	const rows = await tx
		.selectFrom("enrolment")
		.select(["id as enrolment", "person_id as person", "status"])
		.where("program_id", "=", program)
		.where("side", "=", "mentee")
		.where("how", "=", "application")
		.orderBy("entered_at")
		.orderBy("person_id")
		.execute();
	return rows.flatMap(({ status, ...row }) =>
		status === "enrolled" || status === "waiting" ? [{ ...row, status }] : [],
	);
}
