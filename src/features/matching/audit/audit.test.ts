import assert from "node:assert/strict";
import test from "node:test";
import {
	begin,
	inDays,
	perform,
	planned,
	propose,
	roundWorld,
	type RoundWorld,
	rows,
} from "../../../../test/round.ts";
import { addPerson } from "../../../../test/world.ts";
import { grantOffice } from "../../administration/commands.ts";
import type { PlanKind } from "../plans.ts";
import { auditFact } from "./audit-fact.ts";
import { overrideFigures, suppressed } from "./suppress.ts";

test("a published round is audited; analyst and committee member read figures, a participant nothing", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	const { Wei = "", Amara = "" } = world.people;
	await manager.post(`${base}/decisions`, { pin: `${Wei} ${Amara}` });
	await planned(world, base);
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(14),
		note: "As the committee wished.",
	});
	await audit(world, round);
	const analyst = await world.as(await holder(world, "analyst"));
	const seen = await analyst.get(`${base}/audit`);
	assert.equal(seen.status, 200);
	assert.match(seen.text, /By function/);
	assert.match(seen.text, /another mentor|The same pairs|does not look at it/);
	// Eight mentees in three functions: every group is too small to be named.
	assert.doesNotMatch(seen.text, /Finance|Operations|Legal/);
	assert.doesNotMatch(seen.text, /As the committee wished/);
	const member = await world.as(await holder(world, "committee-member"));
	assert.match(
		(await member.get(`/programs/${world.program}/audits`)).text,
		/Audit of round 1 Published .* Audited/,
	);
	const wei = await world.as(Wei);
	assert.equal((await wei.get(`${base}/audit`)).status, 404);
	const bare = await world.arrange((tx) =>
		tx.selectFrom("round_audit").select("fact").execute(),
	);
	assert.deepEqual(bare, []);
});

test("the audit of a plan that has changed says so, and can be asked for again", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	const asked = await manager.post(`${base}/audit`);
	assert.match(asked.text, /Waits until other work is done/);
	assert.match(asked.html, /<noscript><meta http-equiv="refresh"/);
	const stopped = await manager.post(`${base}/audit/cancel`);
	assert.match(stopped.text, /Nothing of this audit was kept/);
	assert.match(stopped.text, /was stopped before it was done/);
	await audit(world, round);
	const kept = () =>
		rows(world, (tx) => tx.selectFrom("round_audit").select("fact").execute());
	assert.deepEqual(await kept(), []);
	await manager.post(`${base}/audit`);
	await audit(world, round);
	assert.notDeepEqual(await kept(), []);
	assert.equal((await manager.send(`${base}/audit/cancel`, {})).status, 409);
	assert.match((await manager.get(`${base}/audit`)).text, /Audited .*\d\./);
	const { Wei = "", Amara = "", Jola = "" } = world.people;
	await manager.post(`${base}/decisions`, { forbid: `${Jola} ${Amara}` });
	await planned(world, base);
	await manager.post(`${base}/decisions`, { pin: `${Wei} ${Amara}` });
	await planned(world, base);
	const after = await manager.get(`${base}/audit`);
	assert.match(after.text, /of an earlier plan/);
	assert.match(after.text, /Audit this plan/);
});

test("groups under five and small counts in confidence are left out", () => {
	const found = {
		ok: true as const,
		isSame: false,
		exchanges: 1,
		pins: [],
		groups: [
			group("f", 6, ["a", "b"]),
			group("m", 12, ["c", "d", "e", "f", "g", "h"]),
			group("x", 2, ["i"]),
		],
	};
	const told = suppressed(found, true);
	assert.ok(told.kind === "compared");
	assert.deepEqual(
		told.groups.map(({ group: name, differently, points }) => [
			name,
			differently,
			points,
		]),
		[
			["f", "few", null],
			["m", 6, null],
		],
	);
	assert.equal(told.hidden, 1);
	const open = suppressed(found, false);
	assert.ok(open.kind === "compared");
	assert.equal(open.groups[0]?.differently, 2);
});

test("decisions by hand in confidence are told only where none can be placed", () => {
	const row = (value: string, people: number, members: number) => ({
		decision: "pin" as const,
		fact: "gender",
		value,
		people,
		members,
	});
	const figures = (...own: ReturnType<typeof row>[]) =>
		overrideFigures(own, () => true)[0]?.groups;
	assert.equal(figures(row("f", 1, 20), row("m", 6, 20)), "too-few");
	assert.equal(figures(row("f", 5, 6), row("m", 6, 20)), "too-few");
	assert.notEqual(figures(row("f", 5, 20), row("m", 6, 20)), "too-few");
});

test("what is audited is the plan that was decided: its worst pair first, its ratio, or that it is stable", () => {
	const table =
		(who: string, what: string) =>
		(entries: readonly (readonly [string, string, number])[]) => ({
			compare: "table",
			mentor: "who",
			mentee: who,
			name: what,
			otherwise: 0,
			points: entries.map(([mentee, mentor, points]) => ({
				mentee,
				mentor,
				points,
			})),
		});
	const people = (ids: readonly string[], groups: readonly string[]) => ({
		columns: ["id", "who", "group"],
		rows: ids.map((id, k) => ({ id, who: id, group: groups[k] ?? "" })),
	});
	const input = {
		policy: {
			version: 1,
			name: "Twelve points for x with Q",
			id: "id",
			columns: { who: "text", group: "text" },
			protected: ["group"],
			terms: [
				table(
					"who",
					"Own",
				)([
					["A", "P", 5],
					["B", "Q", 5],
				]),
				table("group", "Group")([["x", "Q", 12]]),
			],
		},
		seed: "s",
		mentors: people(["P", "Q"], []),
		mentees: people(["A", "B"], ["x", "y"]),
	};
	const changes = (objective: PlanKind) => {
		const found = auditFact({ ...input, objective }, "group");
		assert.ok(found.ok);
		return !found.isSame;
	};
	// The sum takes twelve points for A with Q, and leaves B nothing; were A of the other group, both would have their own.
	assert.equal(changes("people"), true);
	assert.equal(changes("worst-first"), false);
	assert.equal(changes("stable"), true);
});

function group(name: string, members: number, differently: readonly string[]) {
	return {
		group: name,
		members,
		differently,
		onlyAsThemselves: 1,
		onlyAsOthers: 0,
		points: 5_000_000,
	};
}

async function audit(world: RoundWorld, round: string): Promise<void> {
	const { fingerprint } = await rows(world, (tx) =>
		tx
			.selectFrom("round")
			.select("fingerprint")
			.where("id", "=", round)
			.executeTakeFirstOrThrow(),
	);
	await perform(world, "audit-round", {
		round,
		fingerprint: fingerprint ?? "",
	});
}

function holder(
	world: RoundWorld,
	office: "analyst" | "committee-member",
): Promise<string> {
	return world.arrange(async (tx) => {
		const id = await addPerson(tx, { first_name: "Nia", last_name: office });
		await grantOffice(tx, {
			person: id,
			office,
			program: world.program,
			until: null,
			by: world.ruth,
		});
		return id;
	});
}
