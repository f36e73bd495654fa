import assert from "node:assert/strict";
import test from "node:test";
import { enrolment, matters, pairedWorld } from "../../../../test/movers.ts";
import { perform } from "../../../../test/round.ts";

test("a late joiner is proposed a free place at once", async () => {
	await using world = await pairedWorld();
	const late = await world.arrange(async (tx) => {
		const { id } = await tx
			.insertInto("person")
			.values({
				first_name: "Nia",
				last_name: "Late",
				email: "nia@meridian.example",
				languages: ["en"],
				function: "Sales",
			})
			.returning("id")
			.executeTakeFirstOrThrow();
		await tx
			.insertInto("enrolment")
			.values({
				program_id: world.program,
				person_id: id,
				side: "mentee",
				status: "enrolled",
				how: "demonstration",
				is_late: true,
			})
			.execute();
		return id;
	});
	await perform(world, "check-pairs", {});
	const found = await matters(world);
	const matter = found.find(({ mentee }) => mentee === late);
	assert.equal(matter?.kind, "late-joiner");
	const [mentor = ""] = matter?.suggested ?? [];
	await world.manager.post(`${world.changes}/${matter?.id}/propose`, {
		mentor,
	});
	const nia = await world.as(late);
	assert.match((await nia.get("/")).text, /is proposed to you/);
});

test("the waiting list says at which mentors one more place would help", async () => {
	await using world = await pairedWorld();
	const waiting = world.people["Jola"] ?? "";
	const part = await enrolment(world, waiting);
	await world.arrange(async (tx) => {
		await tx
			.updateTable("enrolment")
			.set({ status: "waiting" })
			.where("id", "=", part)
			.execute();
		await tx
			.updateTable("enrolment")
			.set({ capacity: 0 })
			.where("side", "=", "mentor")
			.where("person_id", "<>", world.mentor)
			.execute();
		await tx
			.updateTable("enrolment")
			.set({ capacity: 1 })
			.where("person_id", "=", world.mentor)
			.execute();
	});
	await perform(world, "check-pairs", {});
	const [matter] = await matters(world);
	assert.deepEqual([matter?.kind, matter?.mentee], ["waiting", waiting]);
	const page = await world.manager.get(world.changes);
	assert.match(page.text, /Jola Nowak One more place at/);
	assert.doesNotMatch((await world.manager.get("/")).text, /need.? a look/);
});
