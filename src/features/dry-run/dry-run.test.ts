import assert from "node:assert/strict";
import test from "node:test";
import { asOwner } from "../../../test/owner.ts";
import { roundWorld } from "../../../test/round.ts";
import { fateOf, temperOf } from "../../domain/dry-run/behaviour.ts";
import { throwAwayBeside } from "../../platform/database/thrown-away.ts";
import { readFindings } from "./findings-kept.ts";
import { dryRunJobs } from "./jobs.ts";

test("a year is gone through elsewhere, breaks no rule, and leaves the program as it was", async () => {
	await using world = await roundWorld();
	const ruth = await world.as(world.ruth);
	const path = `/programs/${world.program}/dry-runs`;
	assert.match((await ruth.get(path)).text, /6 mentors and 8 mentees/);
	const wrong = await ruth.post(path, {
		...year,
		mentors: "500",
		mentees: "500",
	});
	assert.equal(wrong.status, 422);
	assert.match(wrong.text, /At most 600 in all/);
	const location = (await ruth.send(path, year)).location ?? "";
	assert.match((await ruth.get(location)).text, /You may leave this page/);
	const before = await counts(world);

	const { owner } = world.database.logins;
	const [job] = dryRunJobs({
		thread: new URL("../../dry-run-thread.ts", import.meta.url),
		throwAway: () => throwAwayBeside(owner),
	});
	const run = location.split("/").at(-1) ?? "";
	await job?.run({ run }, world.database);
	await job?.run({ run }, world.database);

	const [row] = await asOwner<{ findings: unknown }>(
		world.database,
		"select findings from dry_run",
	);
	const found = readFindings(row?.findings);
	assert.deepEqual(found.broken, {
		doubleBookings: 0,
		overCapacity: 0,
		unsentMails: 0,
		sameMailTwice: 0,
	});
	assert.ok(found.mailsAWeek.most <= found.mailsAWeek.limit);
	assert.equal(found.mailsAWeek.over, 0);
	const kinds = Object.keys(found.mailsByKind);
	for (const kind of ["invitation", "proposal", "session-invitation", "digest"])
		assert.ok(kinds.includes(kind), kind);
	assert.equal(found.weeks.length, 53);
	assert.ok(found.weeks.some(({ held }) => held > 0));
	assert.ok(found.weeks.every(({ running }) => running <= 3));

	const { text } = await ruth.get(location);
	assert.match(text, /Figures of a simulation, not a forecast/);
	assert.match(text, /Somebody in two sessions at once/);
	assert.deepEqual(await counts(world), before);
	assert.deepEqual(
		await asOwner(
			world.database,
			"select datname from pg_database where datname like 'baton_thrown_away%'",
		),
		[],
	);
});

test("the same seed draws the same behaviour, whatever is asked first", () => {
	const one = fateOf(7, "Mentor 1 Mentee 2", "2027-03-04");
	temperOf(7, "Mentor 1 Mentee 2");
	fateOf(7, "Mentor 1 Mentee 3", "2027-03-04");
	assert.deepEqual(fateOf(7, "Mentor 1 Mentee 2", "2027-03-04"), one);
	const fates = Array.from({ length: 40 }, (_, seed) =>
		JSON.stringify(fateOf(seed, "Mentor 1 Mentee 2", "2027-03-04")),
	);
	assert.ok(new Set(fates).size > 20);
});

const year = {
	"starts-on": "2027-01-11",
	mentors: "2",
	mentees: "3",
	seed: "1",
};

/** What a real year would have written. */
async function counts(world: Awaited<ReturnType<typeof roundWorld>>) {
	return asOwner(
		world.database,
		`select (select count(*) from mail) as mails, (select count(*) from session) as sessions, (select count(*) from round) as rounds,
			(select count(*) from relationship) as relationships, (select count(*) from person) as people`,
	);
}
