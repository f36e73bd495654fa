import assert from "node:assert/strict";
import test from "node:test";
import { Client } from "../../../test/client.ts";
import { asOwner } from "../../../test/owner.ts";
import { establishedWorld, type World } from "../../../test/world.ts";
import { passwordTurns } from "./password.ts";

const rightPassword = "four random words here";

test("a sign-in is ended by itself, the others stay, and nobody ends another's", async () => {
	await using world = await establishedWorld();
	const [desk, phone] = [await world.as(world.ada), await world.as(world.ada)];
	const rows = await asOwner<{ id: string }>(
		world.database,
		"select id from sign_in order by signed_in_at",
	);
	const ends = rows.map(({ id }) => `/me/sign-ins/${id}/end`);
	const ruth = await world.as(world.ruth);
	assert.equal((await ruth.send(ends[1] ?? "", {})).status, 404);
	const seen = await desk.post(ends[1] ?? "");
	assert.match(seen.text, /is signed out\./);
	assert.match((await phone.get("/")).text, /Sign in/);
	assert.match((await desk.get("/")).text, /What waits for you today/);
	const own = await desk.send(ends[0] ?? "", {});
	assert.equal(own.location, "/sign-in");
});

test("a sign-in ended in one process is dead in the other", async () => {
	await using world = await establishedWorld();
	const token = await world.tokenFor(world.ada);
	const there = new Client(world.otherProcess(), token);
	assert.equal((await there.get("/me")).status, 200);
	await new Client(world.app, token).send("/me/sign-ins/end-all", {});
	assert.match((await there.get("/me")).text, /Sign in/);
});

test("whoever leaves loses pages at once and an open stream within five seconds, in every process", async () => {
	await using world = await establishedWorld();
	await asOwner(
		world.database,
		"insert into office (person_id, office) values ($1, 'administrator')",
		[world.ruth],
	);
	const token = await world.tokenFor(world.ruth);
	const elsewhere = world.otherProcess();
	const stream = await follow(elsewhere, token);
	const ada = await world.as(world.ada);
	const left = await ada.send(`/people/${world.ruth}/leave`, {
		"left-on": "2026-03-01",
	});
	assert.equal(left.status, 303);
	assert.match((await new Client(elsewhere, token).get("/me")).text, /Sign in/);
	assert.doesNotMatch(await stream.heard, /40 \/ 40/);
});

test("an office that is ended takes its open stream along", async () => {
	await using world = await establishedWorld();
	const [granted] = await asOwner<{ id: string }>(
		world.database,
		"insert into office (person_id, office) values ($1, 'administrator') returning id",
		[world.ruth],
	);
	const token = await world.tokenFor(world.ruth);
	const stream = await follow(world.otherProcess(), token);
	const ada = await world.as(world.ada);
	await ada.send(`/administration/offices/${granted?.id}/end`, {});
	assert.doesNotMatch(await stream.heard, /40 \/ 40/);
	const ruth = new Client(world.app, token);
	assert.equal((await ruth.get("/administration/journal")).status, 404);
	assert.equal((await ruth.get("/me")).status, 200);
});

test("ten wrong passwords are ten, however many processes they went to", async () => {
	await using world = await establishedWorld();
	const [here, there] = [world.app, world.otherProcess()];
	const attempt = (index: number, password: string) =>
		new Client(index % 2 === 0 ? here : there).send("/sign-in", {
			email: "ada@meridian.example",
			password,
		});
	for (let index = 0; index < 10; index += 1)
		assert.match(
			(await attempt(index, "wrong password")).text,
			/do not belong together/,
		);
	for (const index of [0, 1])
		assert.match(
			(await attempt(index, rightPassword)).text,
			/Too many attempts/,
		);
});

test("right passwords do not count, so a company behind one address gets in", async () => {
	await using world = await establishedWorld();
	for (let index = 0; index < 12; index += 1) {
		const seen = await world.stranger().send("/sign-in", {
			email: "ada@meridian.example",
			password: rightPassword,
		});
		assert.equal(seen.status, 303);
	}
});

test("when the line for passwords is full, the next is asked to come back, and pages go on", async () => {
	await using world = await establishedWorld();
	const taken = await Promise.all([passwordTurns.take(), passwordTurns.take()]);
	const waiting = Array.from({ length: 60 }, () => passwordTurns.take());
	const seen = await world.stranger().send("/sign-in", {
		email: "ada@meridian.example",
		password: rightPassword,
	});
	assert.equal(seen.status, 503);
	assert.equal(seen.headers.get("retry-after"), "10");
	assert.match(seen.text, /Many people are signing in right now/);
	const ada = await world.as(world.ada);
	assert.equal((await ada.get("/me")).status, 200);
	for (const giveBack of taken) giveBack();
	for (const turn of waiting) (await turn)();
	const today = await world.stranger().post("/sign-in", {
		email: "ada@meridian.example",
		password: rightPassword,
	});
	assert.match(today.text, /What waits for you today/);
});

for (const path of ["/sign-in/link", "/sign-in/password"])
	test(`${path} does and says the same for a known and an unknown address`, async () => {
		await using world = await establishedWorld({ postOffice });
		const asked = async (email: string) => {
			const seen = await world.stranger().send(path, { email });
			return { seen: [seen.status, seen.location], left: await traces(world) };
		};
		const known = await asked("ada@meridian.example");
		await forget(world);
		const unknown = await asked("nobody@meridian.example");
		assert.deepEqual(unknown, known);
		assert.deepEqual(known.seen, [303, "/sign-in/link-sent"]);
		assert.equal(known.left.requests, 1);
	});

test("a forgotten password is replaced by mail, which ends every other sign-in", async () => {
	await using world = await establishedWorld({ postOffice });
	const thief = await world.as(world.ada);
	const ada = world.stranger();
	await ada.post("/sign-in/password", { email: "Ada@Meridian.Example" });
	await world.workJobs();
	const [mail] = await asOwner<{ kind: string; body_text: string }>(
		world.database,
		"select kind, body_text from mail",
	);
	assert.equal(mail?.kind, "password-reset");
	const [link = ""] = /\/link\/[\w-]+/.exec(mail?.body_text ?? "") ?? [];
	const tooShort = await ada.send(link, { password: "short" });
	assert.equal(tooShort.status, 422);
	const today = await ada.post(link, { password: "another four words now" });
	assert.match(today.text, /You are signed in\./);
	assert.match((await thief.get("/me")).text, /Sign in/);
	assert.equal(
		(await ada.send(link, { password: "yet another four" })).status,
		410,
	);
	assert.deepEqual(
		await asOwner(world.database, "select * from link_request"),
		[],
	);
});

test("an unknown address gets no mail, and is forgotten", async () => {
	await using world = await establishedWorld({ postOffice });
	await world.stranger().post("/sign-in/link", { email: "no@one.example" });
	await world.workJobs();
	for (const table of ["mail", "sign_in_link", "link_request"])
		assert.deepEqual(
			await asOwner(world.database, `select * from ${table}`),
			[],
		);
});

test("being there is noted every five minutes", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	const seenAgo = async () => {
		const [row] = await asOwner<{ minutes: number }>(
			world.database,
			"select extract(epoch from now() - seen_at)::int / 60 as minutes from sign_in",
		);
		return row?.minutes;
	};
	await asOwner(
		world.database,
		"update sign_in set seen_at = now() - interval '4 minutes'",
	);
	await ada.get("/me");
	assert.equal(await seenAgo(), 4);
	await asOwner(
		world.database,
		"update sign_in set seen_at = now() - interval '6 minutes'",
	);
	await ada.get("/me");
	assert.equal(await seenAgo(), 0);
});

/** Never reached: these tests look at what is written, not at what is sent. */
const postOffice = {
	smtpUrl: "smtp://127.0.0.1:9",
	from: "baton@meridian.example",
};

/** A stream of ten seconds, and everything it said until it ended. */
async function follow(
	app: ReturnType<World["otherProcess"]>,
	token: string,
): Promise<{ readonly heard: Promise<string> }> {
	const response = await app.request("/design/progress", {
		headers: { cookie: `baton-sign-in=${token}` },
	});
	assert.equal(response.status, 200);
	const reader = response.body?.getReader();
	assert.ok(reader);
	await reader.read();
	const listen = async (heard: string): Promise<string> => {
		const { done, value } = await reader.read();
		return done ? heard : listen(heard + new TextDecoder().decode(value));
	};
	return { heard: listen("") };
}

/** What a request left behind, in numbers. */
async function traces(world: World) {
	const [left] = await asOwner<Record<string, number>>(
		world.database,
		`select (select count(*)::int from link_request) as requests, (select count(*)::int from mail) as mails,
			(select count(*)::int from sign_in_link) as links, (select count(*)::int from graphile_worker._private_jobs) as jobs,
			(select count(*)::int from journal where act like 'request-%') as acts`,
	);
	return { ...left };
}

async function forget(world: World): Promise<void> {
	await asOwner(world.database, "delete from link_request");
	await asOwner(
		world.database,
		"delete from journal where act like 'request-%'",
	);
	await asOwner(world.database, "delete from graphile_worker._private_jobs");
}
