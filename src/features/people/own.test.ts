import assert from "node:assert/strict";
import test from "node:test";
import { starterCatalogue } from "../../domain/competencies/starter.ts";
import { styleSentences } from "../../domain/style/profile.ts";
import { styleQuestions } from "../../domain/style/questions.ts";
import { transact, type Tx } from "../../platform/database/database.ts";
import { addPerson, establishedWorld } from "../../../test/world.ts";
import type { Client } from "../../../test/client.ts";
import { adoptCatalogue } from "../competencies/commands.ts";
import { styleQuestionWords, styleSentence } from "./style-words.ts";

async function newcomersWorld() {
	const world = await establishedWorld();
	const facts = await world.arrange(async (tx) => {
		const wei = await addPerson(tx, { first_name: "Wei", last_name: "Zhang" });
		await adoptCatalogue(tx, starterCatalogue("en"), { by: null, note: "" });
		const rows = await tx
			.selectFrom("competency")
			.select("id")
			.orderBy("position")
			.execute();
		return { wei, competencies: rows.map(({ id }) => id) };
	});
	const facting = (proposed: string) =>
		world.arrange((tx) =>
			tx
				.insertInto("sensitive_fact")
				.values({ person_id: facts.wei, fact: "birthYear", proposed })
				.execute(),
		);
	const asWei = <T>(read: (tx: Tx) => Promise<T>) =>
		transact(
			world.database,
			{ actor: { kind: "person", person: facts.wei }, access: "read" },
			read,
		);
	const own = {
		offers: () => asWei((tx) => tx.selectFrom("offer").selectAll().execute()),
		seeks: () => asWei((tx) => tx.selectFrom("seek").selectAll().execute()),
		facts: () =>
			asWei((tx) => tx.selectFrom("sensitive_fact").selectAll().execute()),
		answers: () =>
			asWei((tx) => tx.selectFrom("style_answer").selectAll().execute()),
	};
	return { ...world, ...facts, facting, own };
}

test("a newcomer is asked for offers and seeks until they have answered, even with nothing", async () => {
	await using world = await newcomersWorld();
	const wei = await world.as(world.wei);
	assert.match(
		(await wei.get("/")).text,
		/Tell others what you offer and seek/,
	);
	await save(wei, "/me/offers", {});
	assert.doesNotMatch((await wei.get("/")).text, /Tell others what you offer/);
});

test("offers are chosen by anchor, everyone reads them, and they lead on to what one seeks", async () => {
	await using world = await newcomersWorld();
	const [wei, ruth] = [await world.as(world.wei), await world.as(world.ruth)];
	const [first = "", second = ""] = world.competencies;
	const next = await save(wei, "/me/offers", {
		[`level-${first}`]: "4",
		[`level-${second}`]: "",
		"level-not-a-competency": "5",
	});
	assert.match(next.text, /What do you want to grow in\?/);
	await save(wei, "/me/seeks", { [`level-${second}`]: "2" });
	assert.deepEqual(
		(await world.own.offers()).map((row) => [row.competency_id, row.level]),
		[[first, 4]],
	);
	assert.equal((await world.own.seeks()).length, 1);
	const page = await ruth.get(`/people/${world.wei}`);
	assert.match(page.text, /Level 4: Leads others in it/);
	assert.doesNotMatch(page.text, /Level 2/, "what one seeks is not here");
});

test("what one says is kept, comes back on a mistake, and never mixes two windows", async () => {
	await using world = await newcomersWorld();
	const wei = await world.as(world.wei);
	const words = {
		about: "I build plants.\n\nAnd teams.",
		experience: "Twenty years.",
		clients: ["Acme", "Initech, Globex"],
		industries: "",
	};
	const before = seenOf((await wei.get("/me/words")).html);
	await wei.post("/me/words", { ...words, seen: before });
	const page = await wei.get("/me");
	assert.match(page.text, /I build plants\. And teams\./);
	assert.match(page.text, /Acme.*Initech.*Globex/);
	const stale = await wei.send("/me/words", {
		...words,
		about: "The other window",
		seen: before,
	});
	assert.equal(stale.status, 422);
	assert.match(stale.text, /changed elsewhere.*The other window/);
	const again = {
		...words,
		about: "The other window",
		seen: seenOf(stale.html),
	};
	await wei.post("/me/words", again);
	assert.match((await wei.get("/me")).text, /The other window/);
	const long = await save(wei, "/me/words", { about: "x".repeat(4001) });
	assert.equal(long.status, 422);
	assert.match(long.text, /at most 4,000 characters/);
});

test("languages and time zone are understood as people write them", async () => {
	await using world = await newcomersWorld();
	const wei = await world.as(world.wei);
	const page = await save(wei, "/me/availability", {
		languages: ["Mandarin, german"],
		"time-zone": "Shanghai",
		capacity: "2",
		"paused-until": "",
	});
	assert.match(page.text, /Chinese and German/);
	assert.match(page.text, /Asia\/Shanghai/);
	const wrong = await save(wei, "/me/availability", {
		languages: ["Klingonian"],
		"time-zone": "Nowhere",
		capacity: "99",
		"paused-until": "2001-01-01",
	});
	assert.equal(wrong.status, 422);
	assert.match(wrong.text, /No language known by this name: Klingonian/);
	assert.match(wrong.text, /No time zone known/);
	assert.match(wrong.text, /whole number from 0 to 20/);
	assert.match(wrong.html, /value="Nowhere"/);
});

test("the questionnaire is answered at once and summed up in words", async () => {
	await using world = await newcomersWorld();
	const wei = await world.as(world.wei);
	const answers = Object.fromEntries(
		styleQuestions.map(({ key, rightIsHigh }) => [
			key,
			rightIsHigh ? "5" : "1",
		]),
	);
	const unanswered = seenOf((await wei.get("/me/style")).html);
	const page = await save(wei, "/me/style", answers);
	assert.match(page.text, /Speaks plainly and takes plain words well/);
	assert.equal((await world.own.answers()).length, 10);
	const stale = await wei.send("/me/style", { seen: unanswered });
	assert.equal(stale.status, 422);
	assert.match(stale.text, /changed elsewhere/);
	assert.equal((await world.own.answers()).length, 10);
	await save(wei, "/me/style", {});
	assert.equal((await world.own.answers()).length, 0);
});

test("what a file says about someone waits for their word and is used for nothing before", async () => {
	await using world = await newcomersWorld();
	await world.facting("1979");
	const wei = await world.as(world.wei);
	assert.match((await wei.get("/")).text, /A fact about you waits/);
	assert.match(
		(await wei.get("/me/sensitive")).text,
		/A file from HR says: 1979\. It is used for nothing/,
	);
	const form = await wei.post("/me/sensitive/birthYear/confirm");
	assert.match(form.text, /my generation \(Generation X\), never the year/);
	const [confirmed] = await world.own.facts();
	assert.deepEqual(
		[confirmed?.declared, confirmed?.proposed, confirmed?.pairing_agreed_at],
		["1979", null, null],
	);
	assert.doesNotMatch((await wei.get("/")).text, /A fact about you waits/);
});

test("what was deleted no file brings back; only the person can say it again", async () => {
	await using world = await newcomersWorld();
	await world.facting("1979");
	const wei = await world.as(world.wei);
	await wei.post("/me/sensitive/birthYear/delete");
	assert.match(
		(await wei.get("/me/sensitive")).text,
		/You deleted it. No file from HR can propose it again/,
	);
	const asImport = <T>(work: (tx: Tx) => Promise<T>) =>
		transact(
			world.database,
			{
				actor: { kind: "process", process: "people-import" },
				access: "write",
			},
			work,
		);
	const row = { person_id: world.wei, fact: "birthYear", proposed: "1980" };
	await asImport((tx) =>
		tx
			.insertInto("sensitive_fact")
			.values(row)
			.onConflict((conflict) =>
				conflict
					.columns(["person_id", "fact"])
					.doUpdateSet({ proposed: row.proposed })
					.where("sensitive_fact.declared", "is", null)
					.where("sensitive_fact.deleted_at", "is", null),
			)
			.execute(),
	);
	await asImport((tx) => tx.deleteFrom("sensitive_fact").execute());
	const untouched = await world.own.facts();
	assert.deepEqual(
		untouched.map((fact) => [fact.proposed, fact.deleted_at !== null]),
		[[null, true]],
	);
	await assert.rejects(
		asImport((tx) =>
			tx
				.insertInto("sensitive_fact")
				.values({
					person_id: world.wei,
					fact: "gender",
					deleted_at: new Date(),
				})
				.execute(),
		),
		/row-level security/,
	);
	await save(wei, "/me/sensitive/birthYear", { value: "1979" });
	const [said] = await world.own.facts();
	assert.deepEqual([said?.declared, said?.deleted_at], ["1979", null]);
});

test("each use needs a yes of its own, and every yes can be taken back", async () => {
	await using world = await newcomersWorld();
	const wei = await world.as(world.wei);
	const state = async (answers: Readonly<Record<string, string>>) => {
		await save(wei, "/me/sensitive/gender", { value: "Woman", ...answers });
		const [row] = await world.own.facts();
		return [row?.pairing_agreed_at !== null, row?.audit_agreed_at !== null];
	};
	assert.deepEqual(await state({}), [false, false]);
	assert.deepEqual(await state({ pairing: "yes" }), [true, false]);
	assert.deepEqual(await state({ audit: "yes" }), [false, true]);
	assert.deepEqual(await state({}), [false, false]);
	await wei.post("/me/sensitive/gender/delete");
	const [{ person_id, fact, deleted_at, ...kept } = {}] =
		await world.own.facts();
	assert.ok(person_id !== undefined && fact === "gender" && deleted_at);
	assert.ok(Object.values(kept).every((value) => value === null));
	const wrong = await save(wei, "/me/sensitive/birthYear", { value: "79" });
	assert.equal(wrong.status, 422);
	assert.equal((await wei.get("/me/sensitive/salary")).status, 404);
});

test("pairing sees a fact only with a yes to pairing", async () => {
	await using world = await newcomersWorld();
	const wei = await world.as(world.wei);
	const seenByPairing = () =>
		transact(
			world.database,
			{ actor: { kind: "process", process: "pairing" }, access: "read" },
			(tx) => tx.selectFrom("sensitive_fact").select("fact").execute(),
		);
	await save(wei, "/me/sensitive/gender", { value: "Woman", audit: "yes" });
	assert.deepEqual(await seenByPairing(), []);
	await save(wei, "/me/sensitive/gender", { value: "Woman", pairing: "yes" });
	assert.deepEqual(await seenByPairing(), [{ fact: "gender" }]);
});

test("the questionnaire's words on screen are the domain's", () => {
	for (const { key, left, right } of styleQuestions)
		assert.deepEqual(styleQuestionWords(key), { left, right });
	for (const dimension of [
		"directness",
		"pace",
		"structure",
		"challenge",
	] as const)
		for (const leaning of ["low", "between", "high"] as const)
			assert.equal(
				styleSentence({ dimension, leaning }),
				styleSentences[dimension][leaning],
			);
});

/** Opens the form, fills it in and sends it. */
async function save(
	client: Client,
	path: string,
	fields: Readonly<Record<string, string | readonly string[]>>,
) {
	const seen = seenOf((await client.get(path)).html);
	return client.post(path, { ...fields, seen });
}

function seenOf(html: string): string {
	return /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? "";
}
