import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { sql } from "kysely";
import { run as match } from "./match.ts";
import {
	begin,
	inDays,
	perform,
	propose,
	type RoundWorld,
	roundWorld,
	rows,
	workRun,
} from "../../test/round.ts";
import { addPerson } from "../../test/world.ts";
import { exportFiles } from "../features/matching/export.ts";
import { countPlans, plansOf } from "../features/matching/queries/plans.ts";
import { keptInput } from "../features/matching/queries/run-input.ts";

const groups = ["North", "South"];

/** Six mentees of each group for eight places, so that every ratio can be kept. */
async function divided({ arrange, people, program }: RoundWorld, of: string) {
	await arrange(async (tx) => {
		await tx
			.updateTable("enrolment")
			.set({ capacity: 2 })
			.where("person_id", "=", people["Amara"] ?? "")
			.execute();
		const mentees = [];
		for (const name of ["Eda", "Ole", "Ines", "Paul"])
			mentees.push(
				await addPerson(tx, { first_name: name, last_name: "Neumann" }),
			);
		await tx
			.insertInto("enrolment")
			.values(
				mentees.map((person) => ({
					program_id: program,
					person_id: person,
					side: "mentee" as const,
					status: "enrolled" as const,
					how: "demonstration" as const,
				})),
			)
			.execute();
		const known = ["Wei", "Jola", "Samir", "Ana", "Kofi", "Lena", "Ravi"];
		const all = [...known.map((name) => people[name] ?? ""), ...mentees];
		for (const [place, id] of [...all, people["Mia"] ?? ""].entries()) {
			const group = groups[place < 6 ? 0 : 1] ?? "";
			await tx
				.updateTable("person")
				.set({
					languages: ["en"],
					...(of === "function" ? { function: group } : {}),
				})
				.where("id", "=", id)
				.execute();
			if (of === "function") continue;
			await tx
				.insertInto("sensitive_fact")
				.values({
					person_id: id,
					fact: of,
					declared: group,
					declared_at: new Date(),
					pairing_agreed_at: new Date(),
				})
				.execute();
		}
	});
}

async function guard(world: RoundWorld, round: string): Promise<void> {
	const { fingerprint } = await stored(world, round);
	await perform(world, "guard-round", { round, fingerprint });
}

/** A ratio that takes long to plan for goes on as a job. */
async function take(world: RoundWorld, base: string, ratio: string) {
	const manager = await world.as(world.ruth);
	await manager.post(`${base}/decisions`, { ratio: `access ${ratio}` });
	const { status } = await stored(world, base.split("/").at(-1) ?? "");
	if (status === "computing") await workRun(world, base);
	return manager.get(base);
}

function stored(world: RoundWorld, round: string) {
	return rows(world, async (tx) => {
		const row = await tx
			.selectFrom("round")
			.select([
				"objective",
				"status",
				"result",
				"seed",
				"fingerprint",
				"equity_ratio as equityRatio",
				"equity_measure as equityMeasure",
			])
			.where("id", "=", round)
			.executeTakeFirstOrThrow();
		return { ...row, fingerprint: row.fingerprint ?? "" };
	});
}

test("a ratio taken on the frontier gives the pairs and the fingerprint of match --objective fair, and can be undone", async () => {
	await using world = await roundWorld();
	await divided(world, "function");
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	await guard(world, round);
	const board = await manager.get(base);
	assert.match(board.text, /Equity-guarded/);
	assert.match(board.text, /Take this ratio/);

	const taken = await take(world, base, "900000");
	assert.match(
		taken.text,
		/The plan that keeps the access of groups within 90% was taken/,
	);
	const fair = await stored(world, round);
	assert.equal(fair.objective, "fair");
	assert.equal(fair.equityRatio, 900_000);
	assert.equal(await byCommand(world, round), fair.fingerprint);

	assert.match(taken.text, /at least 90% of the access/);
	const pair = /pair=([0-9a-f-]{36})/u.exec(taken.html)?.[1] ?? "";
	assert.match(
		(await manager.get(`${base}?pair=${pair}`)).text,
		/Exact losses are given for plans without one/,
	);
	// Where mixtures left a gap, an integer solver closes it afterwards; an open board hears of it.
	await perform(world, "guard-round", { round, fingerprint: fair.fingerprint });
	const counted = () => rows(world, (tx) => countPlans(tx, round));
	const before = await counted();
	await perform(world, "prove-guarded", {
		round,
		fingerprint: fair.fingerprint,
	});
	const proved = (await rows(world, (tx) => plansOf(tx, round))).find(
		({ kind }) => kind === "fair",
	);
	assert.equal(proved?.totals.isProved, true);
	assert.equal(proved.totals.upperBound, proved.totals.total);
	assert.equal(await counted(), before + 1);
	assert.match(
		(await manager.get(base)).text,
		/no better plan keeps this ratio/,
	);
	await manager.post(`${base}/decisions`, { back: "undo" });
	const undone = await stored(world, round);
	assert.equal(undone.objective, "people");
	assert.equal(undone.equityRatio, null);
	await manager.post(`${base}/decisions`, { back: "redo" });
	assert.equal((await stored(world, round)).fingerprint, fair.fingerprint);
});

test("groups by a sensitive field of the organisation's own are counted, never named", async () => {
	await using world = await roundWorld();
	await world.arrange((tx) =>
		tx
			.insertInto("custom_field")
			.values({
				key: "origin",
				label: "Origin",
				kind: "text",
				is_sensitive: true,
			})
			.execute(),
	);
	await divided(world, "origin");
	const { manager, base, round } = await begin(world);
	await world.arrange((tx) =>
		tx
			.updateTable("round")
			.set({
				policy: sql`policy || jsonb_build_object(
					'columns', policy->'columns' || '{"origin": "text"}',
					'terms', policy->'terms' || '[{"name": "Another origin", "compare": "different", "column": "origin", "points": 1}]',
					'protected', '["origin"]'::jsonb
				)`,
			})
			.where("id", "=", round)
			.execute(),
	);
	await propose(world, base);
	await guard(world, round);
	const plan = await rows(world, (tx) =>
		tx
			.selectFrom("round_plan")
			.select(["groups", "frontier"])
			.where("round_id", "=", round)
			.where("kind", "=", "fair")
			.executeTakeFirst(),
	);
	assert.ok(plan);
	assert.doesNotMatch(JSON.stringify(plan.groups), /North|South/);
	assert.doesNotMatch(JSON.stringify(plan.frontier), /"reached":\d/);
	const board = await manager.get(base);
	assert.doesNotMatch(board.text, /North|South/);

	await take(world, base, "1000000");
	assert.match(
		JSON.stringify((await stored(world, round)).result),
		/"isGuardedInConfidence":true/,
	);
	const kept = await rows(world, async (tx) => ({
		before: await tx
			.selectFrom("proposal")
			.select("mentors_before as before")
			.where("round_id", "=", round)
			.execute(),
		reasons: await tx
			.selectFrom("unmatched")
			.select("reason")
			.where("round_id", "=", round)
			.execute(),
	}));
	assert.ok(kept.before.every(({ before }) => before === null));
	assert.doesNotMatch(JSON.stringify(kept.reasons), /equity-ratio/);
});

test("what was signed stands on the published round: who, the note, the fingerprint", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(14),
		note: "Looked at by the committee on Monday.",
	});
	const { fingerprint } = await stored(world, round);
	const { text } = await manager.get(base);
	assert.match(text, /Signed off Looked at by the committee on Monday\. Ruth/);
	assert.ok(text.includes(fingerprint));
});

/** The fingerprint that the command line finds for the files of the round. */
async function byCommand(world: RoundWorld, round: string): Promise<string> {
	const input = await rows(world, (tx) => keptInput(tx, round));
	assert.ok(input);
	const asked = await stored(world, round);
	const { seed, equityRatio } = asked;
	const files = exportFiles({ ...input, ...asked });
	const folder = await mkdtemp(join(tmpdir(), "baton-fair-"));
	try {
		for (const [name, text] of Object.entries(files))
			await writeFile(join(folder, name), text);
		let out = "";
		const code = await match(
			[
				...["mentors", "mentees"].flatMap((side) => [
					`--${side}`,
					join(folder, `${side}.csv`),
				]),
				...["--policy", join(folder, "policy.json"), "--seed", seed],
				...["--objective", "fair", "--json"],
				...["--ratio", String((equityRatio ?? 0) / 1_000_000)],
			],
			{ stdout: (text) => (out += text), stderr: () => {} },
		);
		assert.equal(code, 0);
		const result: { readonly fingerprint: string } = JSON.parse(out);
		return result.fingerprint;
	} finally {
		await rm(folder, { recursive: true });
	}
}
