import assert from "node:assert/strict";
import test from "node:test";
import { asOwner } from "../../../test/owner.ts";
import { sessionOf } from "../../../test/sessions.ts";
import { pairWorld, type PairWorld } from "../../../test/two-pairs.ts";
import { transact, vaultOf } from "../../platform/database/database.ts";
import { linkDays, readWriteUpLink, writeUpPath } from "./link.ts";

test("an agenda in one click; two who change it at once lose nothing; what is open comes back until it is done", async () => {
	await using world = await pairWorld();
	const { pair } = world;
	const members = [pair.mentor, pair.mentee];
	const wei = await world.as(pair.mentee);
	const ingrid = await world.as(pair.mentor);
	const past = await sessionOf(world, { id: pair.id, members }, -2);
	const next = await sessionOf(world, { id: pair.id, members }, 48);

	const today = await wei.get("/");
	assert.match(today.text, /What came of it\? A conversation with Ingrid/);
	const form = await wei.get(`/sessions/${past}/write-up`);
	assert.match(form.text, /You and Ingrid/);
	const wrong = await wei.send(`/sessions/${past}/write-up`, {
		decided: "Ask the works council first",
		commitment: "Calls Lagos",
		owner: pair.mentee,
		due: "",
	});
	assert.equal(wrong.status, 422);
	assert.match(wrong.html, /Ask the works council first/);
	const written = await wei.post(`/sessions/${past}/write-up`, {
		decided: "Ask the works council first",
		commitment: "Calls Lagos",
		owner: pair.mentee,
		due: inDays(1),
		keeping: "",
	});
	assert.match(written.text, /took place/);
	await ingrid.post(`/sessions/${past}/write-up`, {
		decided: "Wait for the spring",
		keeping: "Councils like to be asked",
	});
	const both = await wei.get(`/sessions/${past}`);
	assert.match(both.text, /Ask the works council first/);
	assert.match(both.text, /Wait for the spring/);
	assert.match(both.text, /Ingrid asks after it/);

	const [filled] = await Promise.all([
		wei.post(`/sessions/${next}/agenda/fill`),
		ingrid.post(`/sessions/${next}/agenda`, { words: "The merger" }),
		wei.post(`/sessions/${next}/agenda`, { words: "My next role" }),
	]);
	assert.match(filled.text, /Calls Lagos/);
	const agenda = await ingrid.get(`/sessions/${next}`);
	for (const words of ["Wei: Calls Lagos", "The merger", "My next role"])
		assert.match(agenda.text, new RegExp(words));
	assert.equal(agenda.text.match(/a question to begin with/g)?.length, 3);
	const again = await ingrid.post(`/sessions/${next}/agenda/fill`);
	assert.match(again.text, /on it already/);
	// A seat at a roundtable brings its own questions, and no promises to work through.
	const table = await sessionOf(
		world,
		{ id: pair.id, members },
		72,
		"roundtable-seat",
	);
	const listening = await wei.post(`/sessions/${table}/agenda/fill`);
	assert.match(listening.text, /To listen by: Who decides there, and who/);
	assert.equal(listening.text.match(/a question to begin with/g)?.length, 3);
	assert.doesNotMatch(listening.text, /Calls Lagos/);
	assert.match(
		(await ingrid.get(`/relationships/${pair.id}/sessions/new`)).text,
		/A seat at a roundtable/,
	);
	// A starter question is read in one's own language; who has changed it is read as they typed.
	await ingrid.post("/preferences", { locale: "de", back: "/" });
	const german = await ingrid.get(`/sessions/${next}`);
	assert.match(german.text, /Was das Geschäft braucht: |Was niemand weiß/);
	assert.doesNotMatch(german.text, /What the business needs: /);
	await ingrid.post("/preferences", { locale: "en", back: "/" });
	const [asked = ""] = itemsIn(agenda.html, "What the business needs");
	await wei.post(`/sessions/${next}/agenda/${asked}`, {
		words: "Who pays for Lagos?",
		revision: "1",
	});
	assert.match((await ingrid.get(`/sessions/${next}`)).text, /pays for Lagos/);
	const [item = ""] = itemsIn(agenda.html, "The merger");
	const path = `/sessions/${next}/agenda/${item}`;
	await ingrid.post(path, {
		words: "The merger, and who leads it",
		revision: "1",
	});
	const late = await wei.send(path, {
		words: "The merger in May",
		revision: "1",
	});
	assert.equal(late.status, 409);
	assert.match(late.text, /The merger in May/);
	const before = itemsIn((await wei.get(`/sessions/${next}`)).html);
	await wei.post(`/sessions/${next}/agenda/${before[1]}/up`);
	const after = itemsIn((await wei.get(`/sessions/${next}`)).html);
	assert.deepEqual(after.slice(0, 2), [before[1], before[0]]);
	await wei.post(`${path}/remove`);
	assert.doesNotMatch(
		(await wei.get(`/sessions/${next}`)).text,
		/who leads it/,
	);

	assert.match((await wei.get("/")).text, /You promised: Calls Lagos/);
	const own = await wei.get("/commitments");
	const [commitment = ""] =
		/\/commitments\/([0-9a-f-]{36})\/settle/.exec(own.html)?.slice(1) ?? [];
	assert.match((await ingrid.get("/commitments")).text, /you ask after it/);
	const moved = await wei.post(`/commitments/${commitment}/move`, {
		days: "7",
	});
	assert.match(moved.text, /moved once/);
	await ingrid.post(`/commitments/${commitment}/settle`, { state: "done" });
	assert.match((await wei.get("/commitments")).text, /Settled lately/);
	const jola = await world.as(world.otherPair.mentee);
	assert.equal(
		(await jola.send(`/commitments/${commitment}/settle`, { state: "open" }))
			.status,
		404,
	);
	assert.equal(
		(await jola.send(`/sessions/${next}/agenda`, { words: "x" })).status,
		404,
	);
	assert.doesNotMatch(await everything(world), /Lagos|works council|merger/);
});

test("a signed link opens one form, for a while, for one session and one person, and reads nothing", async () => {
	await using world = await pairWorld();
	const { pair } = world;
	const members = [pair.mentor, pair.mentee];
	const session = await sessionOf(world, { id: pair.id, members }, -2);
	const wei = await world.as(pair.mentee);
	await wei.post(`/sessions/${session}/write-up`, {
		decided: "Between the two of us",
	});
	const link = { session, person: pair.mentor };
	const path = await withVault(world, (vault) =>
		writeUpPath(vault, link, Date.now()),
	);
	const stranger = world.stranger();
	for (let scan = 0; scan < 2; scan += 1) {
		const page = await stranger.get(path);
		assert.equal(page.status, 200);
		assert.doesNotMatch(page.text, /Between the two|Wei|Ingrid/);
	}
	const sent = await stranger.post(path, {
		decided: "Written on the train",
		commitment: "Introduces her to Tomás",
		owner: "me",
		due: inDays(5),
		keeping: "",
	});
	assert.match(sent.text, /It is written up/);
	assert.doesNotMatch(sent.text, /train/);
	const seen = await wei.get(`/sessions/${session}`);
	assert.match(seen.text, /Written on the train/);
	assert.match(seen.text, /Ingrid; you ask after it/);
	assert.equal(
		(await stranger.send(path, { decided: "Once more" })).status,
		409,
	);
	// Nothing else opens, and whatever is changed in it opens nothing.
	assert.equal((await stranger.look(`/sessions/${session}`)).status, 303);
	const token = path.split("/").at(-1) ?? "";
	await withVault(world, (vault) => {
		const later = Date.now() + (linkDays * 24 + 1) * 3_600_000;
		assert.deepEqual(readWriteUpLink(vault, token, Date.now()), link);
		assert.equal(readWriteUpLink(vault, token, later), undefined);
		const bytes = Buffer.from(token, "base64url");
		for (let place = 0; place < bytes.length; place += 1) {
			const changed = Buffer.from(bytes);
			changed[place] = (changed[place] ?? 0) ^ 1;
			assert.equal(
				readWriteUpLink(vault, changed.toString("base64url"), Date.now()),
				undefined,
			);
		}
	});
	assert.equal((await stranger.get(`/write-up/${"A".repeat(94)}`)).status, 410);
	const ahead = await sessionOf(world, { id: pair.id, members }, 3);
	const early = await withVault(world, (vault) =>
		writeUpPath(vault, { ...link, session: ahead }, Date.now()),
	);
	assert.match((await stranger.get(early)).text, /Not yet/);
	assert.equal((await stranger.send(early, { decided: "x" })).status, 409);
});

test("in reverse mentoring the junior sets the agenda", async () => {
	await using world = await pairWorld();
	const { pair } = world;
	await asOwner(world.database, "update relationship set kind = 'reverse'");
	const members = [pair.mentor, pair.mentee];
	const session = await sessionOf(world, { id: pair.id, members }, 48);
	const junior = await world.as(pair.mentor);
	const senior = await world.as(pair.mentee);
	assert.equal(
		(await senior.send(`/sessions/${session}/agenda/fill`, {})).status,
		403,
	);
	await junior.post(`/sessions/${session}/agenda/fill`);
	const seen = await senior.get(`/sessions/${session}`);
	assert.match(seen.text, /who is the junior, sets the agenda/);
	assert.match(seen.text, /a question to begin with/);
	assert.doesNotMatch(seen.text, /Add what is open/);
});

/** Every row of what was written, as whoever holds the database finds it. */
async function everything(world: PairWorld): Promise<string> {
	const found = [];
	for (const table of ["agenda_item", "write_up", "commitment", "journal"])
		found.push(await asOwner(world.database, `select t::text from ${table} t`));
	return JSON.stringify(found);
}

function itemsIn(html: string, words = ""): string[] {
	return html
		.split("<li>")
		.filter((part) => part.includes("/agenda/") && part.includes(words))
		.flatMap((part) => /\/agenda\/([0-9a-f-]{36})/.exec(part)?.slice(1) ?? []);
}

function inDays(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function withVault<T>(
	world: PairWorld,
	work: (vault: ReturnType<typeof vaultOf>) => T,
): Promise<T> {
	return transact(
		world.database,
		{ actor: { kind: "process", process: "sessions" }, access: "read" },
		async (tx) => work(vaultOf(tx)),
	);
}
