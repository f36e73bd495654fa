import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { asMember } from "../../../test/sessions.ts";
import { pairWorld } from "../../../test/two-pairs.ts";

test("whose relationships these are is found by an index, and is what stands among their members", async () => {
	await using world = await pairWorld();
	for (const person of [world.pair.mentor, world.pair.mentee, world.ada])
		await asMember(world, person, async (tx) => {
			const { rows } = await sql<{ own: string[]; among: string[] }>`
				select array(select unnest(own_relationships()) order by 1) as own,
					array(select id from relationship where acting_person() = any (member_ids) order by 1) as among
			`.execute(tx);
			assert.deepEqual(rows[0]?.own, rows[0]?.among);
			await sql`set local enable_seqscan = off`.execute(tx);
			const plan = await sql<{ "QUERY PLAN": string }>`
				explain select relationship_id from relationship_member where person_id = acting_person()
			`.execute(tx);
			assert.match(
				JSON.stringify(plan.rows),
				/Index Scan using relationship_member_person|Index Scan on relationship_member_person/,
			);
		});
});
