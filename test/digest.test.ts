import assert from "node:assert/strict";
import test from "node:test";
import { asOwner } from "./owner.ts";
import { peopledWorld } from "./walls/peopled-world.ts";
import { waitingThings } from "../src/waiting-things.ts";
import { writeDigests } from "../src/features/mail/digest.ts";

const day = 86_400_000;

test("a digest that is looked for by set says what it would say if everything were asked for everybody", async () => {
	await using world = await peopledWorld();
	await asOwner(
		world.database,
		"update mail set sending = 'none' where sent_at is null",
	);
	const people = (
		await asOwner<{ id: string }>(world.database, "select id from person")
	).map(({ id }) => id);
	const bare = waitingThings.map(({ find }) => ({ find }));
	let told = 0;
	for (const days of [0, 20, 75]) {
		const now = new Date(Date.now() + days * day);
		const asked = await digests(bare, now);
		assert.deepEqual(await digests(waitingThings, now), asked, `${days} days`);
		told += asked.length;
	}
	assert.ok(told > 12, `${told}`);

	async function digests(sources: typeof waitingThings, now: Date) {
		await writeDigests(
			{ ...world.database, now: () => now },
			{ people, sources, origin: "http://localhost", now },
		);
		return asOwner(
			world.database,
			`with gone as (delete from mail where kind = 'digest' returning person_id, subject, body_text)
			select * from gone order by person_id`,
		);
	}
});
