// Ten thousand transactions of fifty people over four connections, many of them ending badly: nobody ever sees another's row. What a
// connection was for one person must be gone when it serves the next, however the first one ended.
import { sql } from "kysely";
import { actAs, transact, type Tx } from "../src/platform/database/database.ts";
import { addPerson, establishedWorld } from "./world.ts";

const PEOPLE = 50;
const AT_ONCE = 40;

/** How a transaction goes on after its first look. Only the first two end well. */
const endings: readonly ((tx: Tx, other: string) => Promise<unknown>)[] = [
	async () => {},
	(tx) => sql`select count(*) from person`.execute(tx),
	async () => {
		throw new Error("given up");
	},
	(tx) => sql`select 1 / 0`.execute(tx),
	(tx) =>
		sql`select set_config('statement_timeout', '1', true), pg_sleep(0.05)`.execute(
			tx,
		),
	async (tx) => {
		await sql`set local statement_timeout = 1`.execute(tx);
		await sql`select pg_sleep(0.05)`.execute(tx);
	},
	async (tx, other) => {
		await actAs(tx, { kind: "person", person: other });
		throw new Error("given up as somebody else");
	},
	async (tx, other) => {
		await actAs(tx, { kind: "process", process: "demonstration" });
		await tx
			.insertInto("style_answer")
			.values({ person_id: other, question: crypto.randomUUID(), answer: 1 })
			.execute();
		throw new Error("given up after a write");
	},
];

export type Seen = {
	/** Rows of the person's own, and of anybody else. */
	own: number;
	foreign: number;
	/** Transactions that saw no row at all. */
	none: number;
	/** Transactions that ended badly, and those whose connection the database ended. */
	broken: number;
	cut: number;
};

/** What so many transactions of fifty people saw, over a pool of four connections. */
export async function crossPool(requests: number): Promise<Seen> {
	await using world = await establishedWorld();
	const people = await world.arrange(async (tx) => {
		const made: string[] = [];
		for (let number = 0; number < PEOPLE; number++)
			made.push(
				await addPerson(tx, { first_name: "Number", last_name: `N${number}` }),
			);
		await tx
			.insertInto("style_answer")
			.values(
				made.map((person_id) => ({ person_id, question: "own", answer: 3 })),
			)
			.execute();
		return made;
	});
	const seen: Seen = { own: 0, foreign: 0, none: 0, broken: 0, cut: 0 };
	let next = 0;
	const work = async () => {
		while (next < requests) {
			const number = next++;
			// A multiplicative walk: everyone meets every ending, and neighbours in time are never the same person.
			const person = people[(number * 37) % PEOPLE] ?? "";
			const other = people[(number * 37 + 1) % PEOPLE] ?? "";
			// Now and then the database itself ends the connection.
			const isCut = number % 500 === 499;
			const ending = endings[(number * 7) % endings.length];
			try {
				await transact(
					world.database,
					{ actor: { kind: "person", person }, access: "write" },
					async (tx) => {
						const rows = await tx
							.selectFrom("style_answer")
							.select(["person_id", "question"])
							.execute();
						for (const row of rows)
							seen[row.person_id === person ? "own" : "foreign"]++;
						if (rows.length === 0) seen.none++;
						if (isCut)
							await sql`select pg_terminate_backend(pg_backend_pid())`.execute(
								tx,
							);
						await ending?.(tx, other);
					},
				);
			} catch {
				seen[isCut ? "cut" : "broken"]++;
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return seen;
}
