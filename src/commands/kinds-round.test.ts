// A round whose policy gives mentees several kinds of mentors, planned for every aim: on the board, in a draft, before talks, and by the command
// that its files name.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import {
	begin,
	perform,
	planned,
	propose,
	type RoundWorld,
	roundWorld,
	rows,
} from "../../test/round.ts";
import { ask, talksOf } from "../../test/talks.ts";
import { addPerson } from "../../test/world.ts";
import { exportFiles } from "../features/matching/export.ts";
import { keptInput } from "../features/matching/queries/run-input.ts";
import { run as match } from "./match.ts";

test("the worst pair first and a ratio between groups go with kinds: taken on the board, tried in a draft, the same by the files' command", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await withKinds(world);
	const board = await propose(world, base);
	// The weakest pair of each kind, and who gains and loses in each, in the policy's order.
	assert.match(
		board.text,
		/Weakest pair [\d.,]+ \(primary mentor\) and [\d.,]+ \(functional mentor\)/,
	);
	// Ties fall by ids, which are drawn: in some rounds only functional mentors differ.
	assert.match(board.text, /(primary|functional) mentor: \d+ gain, \d+ lose/);
	assert.match(board.text, /· (primary|functional) mentor/);
	await manager.post(`${base}/decisions`, { plan: "worst-first" });
	await planned(world, base);
	const worst = await stored(world, round);
	assert.equal(worst.objective, "worst-first");
	await nobodyTwice(world, round);
	assert.equal(await byItsCommand(world, round), worst.fingerprint);

	await manager.post(`${base}/decisions`, { plan: "stable" });
	await planned(world, base);
	const stable = await stored(world, round);
	assert.equal(stable.objective, "stable");
	assert.equal(await byItsCommand(world, round), stable.fingerprint);
	await manager.post(`${base}/decisions`, { back: "undo" });
	await planned(world, base);

	await perform(world, "guard-round", {
		round,
		fingerprint: worst.fingerprint,
	});
	const guarded = await manager.get(base);
	assert.match(guarded.text, /Equity-guarded/);
	assert.match(guarded.text, /Take this ratio/);

	const draft = await draftFor(world, base, { objective: "fair", ratio: "90" });
	await perform(world, "plan-draft", {
		round,
		draft: draft.split("/").at(-1) ?? "",
	});
	const shown = await manager.get(draft);
	assert.match(shown.text, /Equity-guarded, access at least 90%/);
	const { plan, version } = await draftResult(world, draft);
	for (const { mentorKind } of plan.pairs)
		assert.match(mentorKind ?? "", /primary|functional/);
	await manager.post(`${draft}/adopt`, {
		seen: String(version),
		beside: worst.fingerprint,
		reason: "The committee wants it so.",
	});
	await planned(world, base);
	const fair = await stored(world, round);
	assert.equal(fair.objective, "fair");
	assert.equal(fair.fingerprint, plan.fingerprint);
	await nobodyTwice(world, round);
	assert.equal(await byItsCommand(world, round), fair.fingerprint);
});

test("before kinds are paired people may talk: some of each kind that is wanted, no two of them twice", async () => {
	await using world = await roundWorld();
	const { base, round } = await withKinds(world);
	await ask(world, base, { talksEach: "3", mostTalks: "6" });
	const talks = await talksOf(world, round);
	const ofMentee = Map.groupBy(talks, ({ mentee }) => mentee);
	for (const own of ofMentee.values()) {
		assert.ok(own.length <= 3);
		assert.equal(new Set(own.map(({ mentor }) => mentor)).size, own.length);
	}
	const functions = new Map(
		(
			await rows(world, (tx) =>
				tx.selectFrom("person").select(["id", "function"]).execute(),
			)
		).map((one) => [one.id, one.function]),
	);
	// Whoever has three talks has one with somebody of their own function.
	const full = [...ofMentee.values()].filter((own) => own.length === 3);
	assert.ok(full.length > 0);
	for (const own of full)
		assert.ok(
			own.some(
				({ mentee, mentor }) => functions.get(mentee) === functions.get(mentor),
			),
		);
});

/** A round with a primary and a functional mentor for everyone, and three places at each mentor. */
async function withKinds(world: RoundWorld) {
	await world.arrange(async (tx) => {
		await tx
			.updateTable("enrolment")
			.set({ capacity: 3 })
			.where("program_id", "=", world.program)
			.where("side", "=", "mentor")
			.execute();
		// Groups large enough to be compared; the mentors' stay as they are.
		const { Wei, Jola, Samir, Ana, Kofi, Lena, Ravi, Mia } = world.people;
		for (const [place, id] of [
			...[Wei, Jola, Samir, Ana],
			...[Kofi, Lena, Ravi, Mia],
		].entries())
			await tx
				.updateTable("person")
				.set({ function: place < 4 ? "Finance" : "Legal", languages: ["en"] })
				.where("id", "=", id ?? "")
				.execute();
		for (const [place, first_name] of ["Eda", "Ole"].entries()) {
			const id = await addPerson(tx, { first_name, last_name: "Neumann" });
			await tx
				.updateTable("person")
				.set({
					function: place === 0 ? "Finance" : "Legal",
					languages: ["en"],
				})
				.where("id", "=", id)
				.execute();
			await tx
				.insertInto("enrolment")
				.values({
					program_id: world.program,
					person_id: id,
					side: "mentee",
					status: "enrolled",
					how: "demonstration",
				})
				.execute();
		}
	});
	const started = await begin(world);
	const { manager, base } = started;
	const form = await manager.get(`${base}/policy`);
	const typed = Object.fromEntries(
		[
			...form.html.matchAll(
				/name="((?:weight|kind)-[^"]+)"[^>]*value="([^"]*)"/g,
			),
		].map(([, name = "", value = ""]) => [name, value]),
	);
	await manager.post(`${base}/policy`, {
		...typed,
		"kind-functional": "1",
		"rule-languages": "yes",
		"rule-languages-least": "1",
		objective: "people",
	});
	return started;
}

async function draftFor(
	world: RoundWorld,
	base: string,
	change: Readonly<Record<string, string>>,
): Promise<string> {
	const manager = await world.as(world.ruth);
	const begun = await manager.send(`${base}/drafts`, { name: "Try", from: "" });
	const draft = (begun.location ?? "").replace(/\/settings$/, "");
	const page = await manager.get(`${draft}/settings`);
	const values: Record<string, string> = {};
	for (const [tag] of page.html.matchAll(/<input [^>]*>/g)) {
		const name = /name="([^"]*)"/.exec(tag)?.[1];
		const isChoice = /type="(checkbox|radio)"/.test(tag);
		if (name === undefined || name === "form-key") continue;
		if (!isChoice || / checked/.test(tag))
			values[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? "";
	}
	const sent = await manager.send(`${draft}/settings`, {
		...values,
		...change,
	});
	assert.equal(sent.status, 303, sent.text);
	return draft;
}

async function draftResult(world: RoundWorld, draft: string) {
	const { plan, version } = await rows(world, (tx) =>
		tx
			.selectFrom("plan_draft_result")
			.select(["plan", "version"])
			.where("draft_id", "=", draft.split("/").at(-1) ?? "")
			.executeTakeFirstOrThrow(),
	);
	const read: {
		readonly fingerprint: string;
		readonly pairs: readonly { readonly mentorKind?: string }[];
	} = JSON.parse(JSON.stringify(plan));
	return { plan: read, version };
}

async function nobodyTwice(world: RoundWorld, round: string): Promise<void> {
	const pairs = await rows(world, (tx) =>
		tx
			.selectFrom("proposal")
			.select(["mentee_id", "mentor_id"])
			.where("round_id", "=", round)
			.execute(),
	);
	assert.ok(pairs.length > 10);
	const names = pairs.map((pair) => `${pair.mentee_id} ${pair.mentor_id}`);
	assert.equal(new Set(names).size, names.length);
}

async function stored(world: RoundWorld, round: string) {
	const row = await rows(world, (tx) =>
		tx
			.selectFrom("round")
			.select([
				"objective",
				"seed",
				"fingerprint",
				"equity_ratio as equityRatio",
				"equity_measure as equityMeasure",
			])
			.where("id", "=", round)
			.executeTakeFirstOrThrow(),
	);
	return { ...row, fingerprint: row.fingerprint ?? "" };
}

/** The fingerprint found by the command that the exported files name, run on those files. */
async function byItsCommand(world: RoundWorld, round: string): Promise<string> {
	const input = await rows(world, (tx) => keptInput(tx, round));
	assert.ok(input);
	const files = exportFiles({ ...input, ...(await stored(world, round)) });
	const folder = await mkdtemp(join(tmpdir(), "baton-kinds-"));
	try {
		for (const [name, text] of Object.entries(files))
			await writeFile(join(folder, name), text);
		const [, , ...args] =
			/^\.\/baton match .*$/m.exec(files["README.txt"] ?? "")?.[0].split(" ") ??
			[];
		let out = "";
		let errors = "";
		const code = await match(
			[
				...args.map((word) => (word in files ? join(folder, word) : word)),
				"--json",
			],
			{
				stdout: (text) => (out += text),
				stderr: (text) => (errors += text),
			},
		);
		assert.equal(code, 0, errors);
		const result: { readonly fingerprint: string } = JSON.parse(out);
		return result.fingerprint;
	} finally {
		await rm(folder, { recursive: true });
	}
}
