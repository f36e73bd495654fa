import assert from "node:assert/strict";
import test from "node:test";
import {
	begin,
	inDays,
	pairsOf,
	perform,
	propose,
	type RoundWorld,
	roundWorld,
	rows,
} from "../../../../test/round.ts";
import { asOwner } from "../../../../test/owner.ts";
import { linkToken, signLinks } from "../../../platform/links/signed-link.ts";

test("who never signs in answers from the mail: opening the link shows who it is, pressing answers, and it does nothing else", async () => {
	await using world = await published();
	const [pair] = await pairsOf(world, world.round);
	assert.ok(pair);
	const path = await mailedPath(world, pair.mentor, pair.id);
	const mail = world.stranger();
	const page = await mail.get(path);
	assert.match(page.text, /is proposed|are proposed/);
	assert.doesNotMatch(page.text, /Why you two\b(?!.*Sign in)/);
	assert.equal((await answers(world)).length, 0, "a scanner opened it");
	assert.match(
		(await mail.post(path, { answer: "yes" })).text,
		/You said yes\. Until it is settled/,
	);
	const mentee = await mailedPath(world, pair.mentee, pair.id);
	const asked = await mail.send(mentee, {
		answer: "ask-me-more",
		question: "",
	});
	assert.equal(asked.status, 422);
	assert.match(asked.text, /Write what you would like to know/);
	const agreed = await mail.post(mentee, { answer: "yes" });
	assert.match(agreed.text, /begin/);
	assert.equal((await mail.get("/")).location ?? "", "", "nobody is signed in");
	assert.match((await mail.get("/")).text, /Sign in/);

	const signedIn = await world.as(pair.mentor);
	assert.equal((await signedIn.look(path)).location, `/proposals/${pair.id}`);
	const entries = await asOwner<{ person_id: string | null }>(
		world.database,
		"select person_id from journal where act = 'answer-proposal'",
	);
	assert.ok(entries.every(({ person_id }) => person_id === null));
});

test("“not now” pauses in the same press; a link of somebody else’s, for something else, cut short or too old opens nothing", async () => {
	await using world = await published();
	const [pair, other] = await pairsOf(world, world.round);
	assert.ok(pair && other);
	const path = await mailedPath(world, pair.mentor, pair.id);
	const mail = world.stranger();
	await mail.post(path, { answer: "not-now", pause: "3" });
	const [{ paused } = { paused: "" }] = await asOwner<{ paused: string }>(
		world.database,
		"select paused_until::text as paused from profile where person_id = $1",
		[pair.mentor],
	);
	assert.ok(paused > inDays(85) && paused < inDays(95), paused);

	const vault = world.database.vault;
	const terms = { purpose: "reply-proposal", subject: pair.id };
	const soon = new Date(Date.now() + 86_400_000);
	const stranger = linkToken(vault, world.ruth, { ...terms, expires: soon });
	const wrong = { ...terms, purpose: "mail-topic", expires: soon };
	const old = { ...terms, expires: new Date(Date.now() - 1000) };
	const token = path.split("/").at(-1) ?? "";
	const before = await answers(world);
	for (const bad of [
		stranger,
		linkToken(vault, pair.mentee, wrong),
		linkToken(vault, pair.mentee, old),
		token.slice(0, -4),
		`~reply-proposal~${pair.id}~9999999999~`,
	]) {
		const seen = await mail.get(`/reply/${bad}`);
		assert.ok([404, 410].includes(seen.status), bad);
		assert.doesNotMatch(seen.text, /proposed/);
		const sent = await mail.send(`/reply/${bad}`, { answer: "yes" });
		assert.equal(sent.status, 404);
	}
	assert.deepEqual(await answers(world), before);
});

test("a mentor says from the mail that there is room for one more", async () => {
	await using world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	const mentor = world.people["Noor"] ?? "";
	await manager.post(`${base}/places`, { mentor });
	const [{ id } = { id: "" }] = await asOwner<{ id: string }>(
		world.database,
		"select id from place_request where round_id = $1",
		[round],
	);
	const path = await mailedPath(world, mentor, id);
	const mail = world.stranger();
	assert.match((await mail.get(path)).text, /Have you room for one more/);
	assert.match((await mail.post(path, { answer: "yes" })).text, /You said yes/);
	const [place] = await rows(world, (tx) =>
		tx
			.selectFrom("enrolment")
			.select("capacity")
			.where("person_id", "=", mentor)
			.execute(),
	);
	assert.equal(place?.capacity, 2);
	await perform(world, "check-pairs", {});
});

async function published() {
	const world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(7),
		note: "Best for all.",
	});
	return { ...world, round };
}

/** The path in somebody's mail about something, as the mail is signed when it goes out. */
async function mailedPath(
	{ database }: RoundWorld,
	person: string,
	about: string,
): Promise<string> {
	const [mail] = await asOwner<{ body_text: string }>(
		database,
		"select body_text from mail where person_id = $1 and body_text like '%' || $2 || '%' order by created_at desc",
		[person, about],
	);
	const text = signLinks(database.vault, person, mail?.body_text ?? "");
	assert.doesNotMatch(text, new RegExp(about), "nothing unsigned goes out");
	return /http:\/\/localhost(\/reply\/[\w-]+)/.exec(text)?.[1] ?? "";
}

function answers(world: RoundWorld) {
	return rows(world, (tx) =>
		tx
			.selectFrom("proposal_answer")
			.select(["proposal_id", "person_id"])
			.execute(),
	);
}
