import assert from "node:assert/strict";
import test from "node:test";
import { asOwner } from "../../../test/owner.ts";
import { establishedWorld } from "../../../test/world.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { writeDigests } from "./digest.ts";

test("a digest that would say nothing new is not sent; it comes again with news, and after four weeks", async () => {
	await using world = await establishedWorld({});
	const people = [world.ada, world.ruth];
	await asOwner(
		world.database,
		`insert into digest_look (person_id, looked_at) select id, now() from person where id = any ($1)`,
		[people],
	);
	const waiting = new Map<string, readonly string[]>([[world.ada, ["Answer"]]]);
	const sources = [
		{
			find: async (_db: Db, { id }: Visitor) =>
				(waiting.get(id) ?? []).map((title) => ({
					title,
					href: "/something",
					label: title,
					minutes: 1,
				})),
		},
	];
	const told: string[] = [];
	const look = async (at: string) => {
		const now = new Date(`${at}T09:00:00Z`);
		await writeDigests(
			{ ...world.database, now: () => now },
			{ people, sources, origin: "http://localhost", now },
		);
		const rows = await asOwner<{ person: string }>(
			world.database,
			"delete from mail where kind = 'digest' returning person_id as person",
		);
		told.push(
			rows.map(({ person }) => (person === world.ada ? "a" : "b")).toString(),
		);
	};
	await look("2026-12-07");
	await look("2026-12-14");
	waiting.set(world.ada, ["Answer", "Write it up"]);
	await look("2026-12-21");
	await look("2026-12-28");
	waiting.set(world.ada, ["Answer"]);
	await look("2027-01-04");
	waiting.set(world.ada, ["Answer", "Write it up"]);
	await look("2027-01-11");
	await look("2027-02-08");
	assert.deepEqual(told, ["a", "", "a", "", "", "a", "a"]);
});
