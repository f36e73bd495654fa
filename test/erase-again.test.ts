import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { run } from "../src/commands/erase-again.ts";
import {
	keepNote,
	openBook,
	start as startNotes,
} from "../src/ui/browser/sealed-pages/book.ts";
import { matters, pairedWorld } from "./movers.ts";
import { asOwner } from "./owner.ts";
import { temporaryFolder } from "./process.ts";
import { superuser } from "./tampering.ts";
import { type Sealer, sealer } from "./sealing.ts";

type Scene = Awaited<ReturnType<typeof pairWithNotes>>;

test("a mentor of a running relationship is erased: it ends, the mentee keeps their place and the notes, and no page breaks", async () => {
	await using scene = await pairWithNotes();
	const { world } = scene;
	const ada = await world.as(world.ada);
	await scene.mentor.client.post("/me/data/erasure");
	const { html } = await ada.get("/administration/erasures");
	const [request] =
		/\/administration\/erasures\/[0-9a-f-]{36}/.exec(html) ?? [];
	await ada.post(`${request}/answer`, { outcome: "confirmed", reason: "" });
	await world.workJobs();
	await assertErased(scene);
	const list = await ada.get("/administration/erasures/list.json");
	assert.ok(list.html.includes(scene.mentor.person));
});

test("after a backup was restored the list erases again, passes over who is not there, and may be run twice", async () => {
	await using scene = await pairWithNotes();
	using folder = temporaryFolder();
	const file = join(folder.path, "erasures.json");
	const erasures = [scene.mentor.person, randomUUID()].map((person) => ({
		person,
		at: "2026-01-01T00:00:00Z",
	}));
	writeFileSync(
		file,
		JSON.stringify({ format: "baton-erasures", version: 1, erasures }),
	);
	const first = await told(scene, [file]);
	assert.deepEqual(first, {
		code: 0,
		said: "1 of 2 people on the list is erased now; the others are not here, or were erased already.\n",
	});
	await scene.world.workJobs();
	await assertErased(scene);
	const again = await told(scene, [file]);
	assert.match(again.said, /^0 of 2 people/);
	writeFileSync(file, JSON.stringify({ format: "something else" }));
	assert.equal((await told(scene, [file])).code, 1);
	assert.equal((await told(scene, [])).code, 2);
});

/** A pair that runs, with a note that both can read. */
async function pairWithNotes() {
	const world = await pairedWorld();
	const id = world.path.split("/").at(-1) ?? "";
	const pair = { id, mentor: world.mentor, mentee: world.mentee };
	const seats = {
		mentor: await sealer(
			{ ...world, pair, otherPair: pair },
			pair,
			pair.mentor,
		),
		mentee: await sealer(
			{ ...world, pair, otherPair: pair },
			pair,
			pair.mentee,
		),
	};
	const { desk } = seats.mentee;
	await startNotes(desk, await openBook(desk));
	await keepNote(desk, await openBook(desk), {
		kind: "ours",
		text: "What we agreed",
		before: undefined,
	});
	assert.deepEqual(await texts(seats.mentor), ["What we agreed"]);
	const [mentor] = await asOwner<{ last: string; email: string }>(
		world.database,
		"select last_name as last, email from person where id = $1",
		[pair.mentor],
	);
	assert.ok(mentor);
	return {
		world,
		pair,
		...seats,
		marks: [mentor.last, mentor.email],
		[Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
	};
}

async function assertErased({ world, pair, mentee, marks }: Scene) {
	const manager = world.manager;
	const pages = [
		[mentee.client, ["/", "/relationships", world.path, `${world.path}/notes`]],
		[mentee.client, ["/me", `/people/${pair.mentor}`, "/me/data/readings"]],
		[manager, ["/", world.changes, "/relationships/running", "/people"]],
		[
			manager,
			[`/programs/${world.program}`, `/programs/${world.program}/people`],
		],
		[manager, [`/programs/${world.program}/rounds`]],
	] as const;
	for (const [client, paths] of pages)
		for (const path of paths) {
			const { status, text } = await client.get(path);
			if (path !== `/people/${pair.mentor}`) assert.equal(status, 200, path);
			for (const mark of marks)
				assert.ok(!text.includes(mark), `${path} still says ${mark}`);
		}
	assert.match((await mentee.client.get(world.path)).text, /Former colleague/);
	const [ended] = await asOwner<{ ended: boolean }>(
		world.database,
		"select exists (select from relationship_ending where relationship_id = $1) as ended",
		[pair.id],
	);
	assert.ok(ended?.ended, "the relationship has ended");
	assert.deepEqual(
		(await matters(world)).map(({ mentee: who }) => who),
		[pair.mentee],
		"the mentee is put before the manager",
	);
	// What the mentee wrote stays theirs; what opened it for the mentor is gone.
	assert.deepEqual(await texts(mentee), ["What we agreed"]);
	await using session = await superuser(world.database);
	const grants = await session.client.query(
		"select from relationship_key_grant where to_person = $1",
		[pair.mentor],
	);
	assert.equal(grants.rowCount, 0);
}

async function texts({ desk }: Sealer): Promise<readonly string[]> {
	const { notes } = await openBook(desk);
	return notes.map(
		({ opened, content }) => content?.text ?? opened.refused ?? "",
	);
}

async function told({ world }: Scene, args: readonly string[]) {
	const { logins } = world.database;
	const before = { ...process.env };
	process.env["DATABASE_URL"] = logins.application;
	process.env["DATABASE_OWNER_URL"] = logins.owner;
	let said = "";
	try {
		const code = await run(args, {
			stdout: (text) => void (said += text),
			stderr: (text) => void (said += text),
		});
		return { code, said };
	} finally {
		process.env = before;
	}
}
