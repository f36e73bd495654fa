import assert from "node:assert/strict";
import test from "node:test";
import { addPerson } from "../../../../test/world.ts";
import {
	begin,
	inDays,
	pairsOf,
	perform,
	planned,
	propose,
	type RoundWorld,
	roundWorld,
	rows,
} from "../../../../test/round.ts";
import { grantOffice } from "../../administration/commands.ts";

test("a draft changes nothing; adopted with its reason it is the board's plan to the fingerprint, and one step takes it back", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	const before = await stateOf(world, round);
	const draft = await beginDraft(world, base, "One more at Amara");
	const { Amara = "" } = world.people;
	await manager.post(`${draft}/settings`, {
		...(await settingsOf(world, draft)),
		[`places-${Amara}`]: "2",
		objective: "total",
	});
	await planDraft(world, draft, round);
	assert.deepEqual(await stateOf(world, round), before);
	const page = await manager.get(draft);
	assert.match(page.text, /One place more: Amara Okafor/);
	assert.match(page.text, /Planned for: Greatest sum instead of Most people/);
	const unreasoned = await manager.send(`${draft}/adopt`, {
		...(await seenOf(world, draft, round)),
		reason: " ",
	});
	assert.equal(unreasoned.status, 422);
	await manager.post(`${draft}/adopt`, {
		...(await seenOf(world, draft, round)),
		reason: "The committee wants the greatest sum.",
	});
	const adopted = await planned(world, base);
	assert.match(adopted.text, /The draft “One more at Amara” was adopted/);
	const wanted = await resultOf(world, draft);
	const after = await stateOf(world, round);
	assert.equal(after.fingerprint, wanted.fingerprint);
	assert.equal(after.objective, "total");
	assert.equal(after.policyVersion, before.policyVersion + 1);
	assert.match(
		(await manager.get(`${base}/drafts`)).text,
		/The committee wants the greatest sum/,
	);
	// A place that nobody has offered is supposed: the round cannot be published with it.
	const answer = { "answer-by": inDays(14), note: "Agreed." };
	assert.equal((await manager.send(`${base}/publish`, answer)).status, 409);
	await manager.post(`${base}/decisions`, { back: "undo" });
	await planned(world, base);
	await planDraft(world, draft, round);
	const undone = await stateOf(world, round);
	assert.equal(undone.fingerprint, before.fingerprint);
	assert.deepEqual(undone.places, []);
	assert.match((await manager.get(draft)).text, /Adopt this draft/);
});

test("fewer places than offered need nobody's yes; who would have nobody is told, and why", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	const draft = await beginDraft(world, base, "Spare everyone");
	await manager.post(`${draft}/settings`, {
		...(await settingsOf(world, draft)),
		everyone: "-1",
	});
	await planDraft(world, draft, round);
	const page = await manager.get(draft);
	assert.match(page.text, /7 places fewer|6 places fewer/);
	assert.match(page.text, /Would have nobody any more/);
	assert.match(
		page.text,
		/Ingrid Solheim is with \w+ \w+, who has nowhere else to go/,
	);
});

test("two managers: whoever looked at an older draft or an older plan is told, and nothing is adopted", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	const draft = await beginDraft(world, base, "Greatest sum");
	const seen = await seenOf(world, draft, round);
	const otto = await world.as(await secondManager(world));
	const changed = await otto.send(`${draft}/settings`, {
		...(await settingsOf(world, draft)),
		objective: "stable",
	});
	assert.equal(changed.status, 303);
	await planDraft(world, draft, round);
	const stale = await manager.send(`${draft}/adopt`, {
		...seen,
		reason: "Yes.",
	});
	assert.equal(stale.status, 422);
	assert.match(stale.text, /Otto Brandt changed this draft meanwhile/);
	const fresh = await seenOf(world, draft, round);
	const { Wei = "", Amara = "" } = world.people;
	await otto.post(`${base}/decisions`, { pin: `${Wei} ${Amara}` });
	await planned(world, base);
	const overtaken = await manager.send(`${draft}/adopt`, {
		...fresh,
		reason: "Yes.",
	});
	assert.equal(overtaken.status, 422);
	assert.match(overtaken.text, /plan on the board was changed meanwhile/);
	// The pin holds in the draft too once it is planned around it.
	await planDraft(world, draft, round);
	assert.ok(
		(await resultOf(world, draft)).pairs.some(
			({ mentee, mentor }) => mentee === Wei && mentor === Amara,
		),
	);
	assert.equal((await stateOf(world, round)).objective, "people");
});

test("drafts are nobody's but the managers'; set aside, one can be taken up again", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	await propose(world, base);
	const draft = await beginDraft(world, base, "Only trying");
	const { Ingrid = "" } = world.people;
	const ingrid = await world.as(Ingrid);
	assert.equal((await ingrid.get(draft)).status, 404);
	assert.equal((await ingrid.get(`${base}/drafts`)).status, 404);
	await manager.post(`${draft}/discard`, {});
	const list = await manager.get(`${base}/drafts`);
	assert.match(list.text, /set aside by Ruth/);
	await manager.post(`${draft}/reopen`, {});
	await planDraft(world, draft, round);
	assert.match((await manager.get(draft)).text, /Adopt this draft/);
	const same = await manager.send(`${base}/drafts`, { name: "only trying" });
	assert.equal(same.status, 422);
});

test("the worst pair first and a stable plan can be taken; the sign-off says what was planned for", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	const board = await propose(world, base);
	assert.match(board.text, /Other ways to plan/);
	await manager.post(`${base}/decisions`, { plan: "worst-first" });
	await planned(world, base);
	assert.equal((await stateOf(world, round)).objective, "worst-first");
	await manager.post(`${base}/decisions`, { plan: "stable" });
	await planned(world, base);
	const { totals } = await rows(world, (tx) =>
		tx
			.selectFrom("round_plan")
			.select("totals")
			.where("round_id", "=", round)
			.where("kind", "=", "stable")
			.executeTakeFirstOrThrow(),
	);
	assert.match(JSON.stringify(totals), /"blocking":0/);
	const published = await manager.post(`${base}/publish`, {
		"answer-by": inDays(14),
		note: "Nobody would rather have somebody else.",
	});
	assert.match(published.text, /Planned for: Stable; under version 1/);
});

async function beginDraft(
	{ as, ruth }: RoundWorld,
	base: string,
	name: string,
): Promise<string> {
	const manager = await as(ruth);
	const begun = await manager.send(`${base}/drafts`, { name, from: "" });
	assert.equal(begun.status, 303);
	return (begun.location ?? "").replace(/\/settings$/, "");
}

/** Plans a draft as its job would, in case the request did not wait. */
function planDraft(
	world: RoundWorld,
	draft: string,
	round: string,
): Promise<void> {
	return perform(world, "plan-draft", { round, draft: idOf(draft) });
}

/** What the settings form would send untouched. */
async function settingsOf(
	world: RoundWorld,
	draft: string,
): Promise<Record<string, string>> {
	const page = await (await world.as(world.ruth)).get(`${draft}/settings`);
	const values: Record<string, string> = {};
	for (const [tag] of page.html.matchAll(/<input [^>]*>/g)) {
		const name = /name="([^"]*)"/.exec(tag)?.[1];
		const value = /value="([^"]*)"/.exec(tag)?.[1] ?? "";
		const isChoice = /type="(checkbox|radio)"/.test(tag);
		const isOwn = name !== undefined && name !== "form-key";
		if (isOwn && (!isChoice || / checked/.test(tag))) values[name] = value;
	}
	return values;
}

async function seenOf(world: RoundWorld, draft: string, round: string) {
	const { version } = await rows(world, (tx) =>
		tx
			.selectFrom("plan_draft")
			.select("version")
			.where("id", "=", idOf(draft))
			.executeTakeFirstOrThrow(),
	);
	const { fingerprint } = await stateOf(world, round);
	return { seen: String(version), beside: fingerprint ?? "" };
}

async function resultOf(world: RoundWorld, draft: string) {
	const { plan } = await rows(world, (tx) =>
		tx
			.selectFrom("plan_draft_result")
			.select("plan")
			.where("draft_id", "=", idOf(draft))
			.executeTakeFirstOrThrow(),
	);
	const read: {
		fingerprint: string;
		pairs: { mentee: string; mentor: string }[];
	} = JSON.parse(JSON.stringify(plan));
	return read;
}

function idOf(draft: string): string {
	return draft.split("/").at(-1) ?? "";
}

async function stateOf(world: RoundWorld, round: string) {
	const row = await rows(world, (tx) =>
		tx
			.selectFrom("round")
			.select([
				"fingerprint",
				"objective",
				"policy",
				"policy_version as policyVersion",
			])
			.where("id", "=", round)
			.executeTakeFirstOrThrow(),
	);
	const places = await rows(world, (tx) =>
		tx.selectFrom("round_place").select(["mentor_id", "extra"]).execute(),
	);
	const pairs = (await pairsOf(world, round))
		.map(({ mentee, mentor }) => `${mentee} ${mentor}`)
		.toSorted();
	return { ...row, places, pairs };
}

function secondManager(world: RoundWorld): Promise<string> {
	return world.arrange(async (tx) => {
		const id = await addPerson(tx, { first_name: "Otto", last_name: "Brandt" });
		await grantOffice(tx, {
			person: id,
			office: "program-manager",
			program: world.program,
			until: null,
			by: world.ruth,
		});
		return id;
	});
}
