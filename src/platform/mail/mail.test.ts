import assert from "node:assert/strict";
import test from "node:test";
import { simpleParser } from "mailparser";
import pg from "pg";
import { mailServer } from "../../../test/mail-server.ts";
import { asOwner } from "../../../test/owner.ts";
import { start } from "../../../test/process.ts";
import {
	establishedWorld,
	type Staff,
	type World,
} from "../../../test/world.ts";
import { transact, type Tx } from "../database/database.ts";
import { deliver } from "./deliver.ts";
import { type Outgoing, post, postAll } from "./mail.ts";
import { noteDeliveryFailure } from "./trouble.ts";

test("a magic link goes out by SMTP, signs in once, and is forgotten here", async () => {
	await using smtp = await mailServer();
	await using world = await establishedWorld({ postOffice: smtp.postOffice });
	const ruth = world.stranger();
	await ruth.post("/sign-in/link", { email: "ruth.feld@meridian.example" });
	await world.workJobs();
	assert.equal(smtp.received.length, 1);
	const mail = await simpleParser(smtp.received[0] ?? "");
	assert.equal(mail.subject, "Your link to sign in");
	const path = /http:\/\/localhost(\/link\/\S+)/.exec(mail.text ?? "")?.[1];
	assert.ok(path);

	assert.match((await ruth.get(path)).text, /One press and you are in/);
	assert.match((await ruth.post(path)).text, /You are signed in/);
	assert.equal((await world.stranger().get(path)).status, 410);
	assert.equal((await world.stranger().send(path, {})).status, 410);

	const ada = await world.as(world.ada);
	const { text } = await ada.get("/administration/outbox");
	assert.doesNotMatch(text, /Your link to sign in/);
});

test("an unknown address gets the same answer, and no mail", async () => {
	await using smtp = await mailServer();
	await using world = await establishedWorld({ postOffice: smtp.postOffice });
	const stranger = world.stranger();
	const known = await stranger.post("/sign-in/link", {
		email: "ruth.feld@meridian.example",
	});
	const unknown = await stranger.post("/sign-in/link", {
		email: "nobody@meridian.example",
	});
	assert.equal(unknown.text, known.text);
	await world.workJobs();
	assert.equal(smtp.received.length, 1);
});

test("without a mail server there is no way to ask for a link", async () => {
	await using world = await establishedWorld();
	assert.equal((await world.stranger().get("/sign-in/link")).status, 404);
});

test("of one event nobody gets the same letter twice, and a server that dies before it answers gets the same message again", async () => {
	const smtp = await mailServer();
	await using world = await establishedWorld({ postOffice: smtp.postOffice });
	await world.arrange((tx) => postAll(tx, [link(world.ruth), link(world.ada)]));
	await world.arrange((tx) => post(tx, link(world.ruth)));
	const rows = await asOwner<{ id: string; person_id: string }>(
		world.database,
		"select id, person_id from mail order by id",
	);
	assert.equal(rows.length, 2);
	const mail = rows.find(({ person_id }) => person_id === world.ruth)?.id ?? "";
	const sending = {
		mails: [mail],
		postOffice: smtp.postOffice,
		origin: "http://localhost",
		now: new Date(),
	};

	smtp.whenTaken(() => void smtp.die());
	await assert.rejects(deliver(world.database, sending));
	assert.equal(await sentCount(world), 0);
	await using again = await mailServer(smtp.port);
	await deliver(world.database, sending);
	await deliver(world.database, sending);
	assert.equal(again.received.length, 1, "and once it is recorded, no more");
	const [first, second] = [...(await smtp.mails()), ...(await again.mails())];
	assert.ok(first?.messageId);
	assert.equal(second?.messageId, first.messageId);
	assert.equal(await sentCount(world), 1);
});

test("a Baton killed between the server’s answer and its record sends the same message once more, and no other", async () => {
	await using smtp = await mailServer();
	await using world = await establishedWorld({ postOffice: smtp.postOffice });
	await world.arrange((tx) => post(tx, link(world.ruth)));
	const { application, owner } = world.database.logins;
	const baton = start({
		DATABASE_URL: application,
		DATABASE_OWNER_URL: owner,
		SMTP_URL: smtp.postOffice.smtpUrl,
	});
	await new Promise<void>((resolve) =>
		smtp.whenTaken(() => {
			baton.child.kill("SIGKILL");
			resolve();
		}),
	);
	await baton.ended;
	assert.equal(await sentCount(world), 0, "nobody wrote down that it went out");
	smtp.whenTaken(() => {});
	const [row] = await asOwner<{ id: string }>(
		world.database,
		"select id from mail",
	);
	await deliver(world.database, {
		mails: [row?.id ?? ""],
		postOffice: smtp.postOffice,
		origin: "http://localhost",
		now: new Date(),
	});
	const mails = await smtp.mails();
	assert.equal(mails.length, 2);
	assert.equal(new Set(mails.map(({ messageId }) => messageId)).size, 1);
	assert.equal(await sentCount(world), 1);
});

test("a mail that somebody else is sending is looked at again, for they may fail", async () => {
	await using smtp = await mailServer();
	await using world = await establishedWorld({ postOffice: smtp.postOffice });
	await world.arrange((tx) => post(tx, link(world.ruth)));
	const [mail] = await asOwner<{ id: string }>(
		world.database,
		"select id from mail",
	);
	const elsewhere = new pg.Client(world.database.logins.application);
	await elsewhere.connect();
	await elsewhere.query(
		"select pg_advisory_lock(hashtextextended('mail ' || $1, 0))",
		[mail?.id],
	);
	await world.workJobs();
	assert.equal(smtp.received.length, 0);
	await elsewhere.end();
	await dueNow(world);
	await world.workJobs();
	assert.equal(smtp.received.length, 1);
	assert.equal(await sentCount(world), 1);
});

test("an address that does not exist gets no more mail until it is corrected; a refusal for policy is no such thing", async () => {
	await using smtp = await mailServer();
	await using world = await establishedWorld({ postOffice: smtp.postOffice });
	const wanting = (person: string, event: string): Outgoing => ({
		...link(person),
		event,
	});
	smtp.refusing(() => "550 5.7.1 Relaying denied");
	await world.arrange((tx) => post(tx, wanting(world.ruth, "one")));
	await world.workJobs();
	assert.deepEqual(await troubles(world), [], "it is not Ruth who is wrong");

	smtp.refusing(() => "550 5.1.1 No such user");
	await dueNow(world);
	await world.workJobs();
	assert.deepEqual(await troubles(world), [{ code: "550" }]);
	smtp.refusing(() => undefined);
	await world.arrange((tx) => post(tx, wanting(world.ruth, "two")));
	await world.workJobs();
	assert.equal(smtp.received.length, 0);
	const ruth = await world.as(world.ruth);
	assert.match((await ruth.get("/")).text, /Mail to you comes back/);
	const ada = await world.as(world.ada);
	assert.match(
		(await ada.get("/administration/outbox")).text,
		/the address takes no mail \(550\)/,
	);

	await asOwner(
		world.database,
		"update person set email = 'ruth.stein@meridian.example' where id = $1",
		[world.ruth],
	);
	assert.doesNotMatch((await ruth.get("/")).text, /Mail to you comes back/);
	await world.arrange((tx) => post(tx, wanting(world.ruth, "three")));
	await world.workJobs();
	assert.equal(smtp.received.length, 1, "to the new address it goes");

	const [sent] = await asOwner<{
		message_id: string;
	}>(world.database, "select message_id from mail where sent_at is not null");
	const report = { messageId: sent?.message_id ?? "", status: "5.1.1" };
	const note = (failure: Parameters<typeof noteDeliveryFailure>[1]) =>
		asMail(world, (tx) => noteDeliveryFailure(tx, failure));
	const forged = { recipient: "ruth.stein@meridian.example", status: "5.1.1" };
	assert.equal(await note({ ...forged, messageId: "<x@baton>" }), false);
	assert.equal(
		await note({ ...report, recipient: "ada@meridian.example" }),
		false,
		"nobody is silenced by a report about another’s mail",
	);
	assert.equal(
		await note({ ...report, recipient: "Ruth.Stein@meridian.example" }),
		true,
	);
	assert.match((await ruth.get("/me/mail")).text, /takes no mail/);
	await world.arrange((tx) => post(tx, wanting(world.ruth, "four")));
	await world.workJobs();
	assert.equal(smtp.received.length, 1);
	const settled = await ada.post(`/administration/outbox/${world.ruth}/works`);
	assert.match(settled.text, /What has waited goes out now/);
	await world.workJobs();
	assert.equal(smtp.received.length, 4, "and nothing was lost");
});

function link(to: string): Outgoing {
	return {
		to,
		kind: "passkey-added",
		event: "something happened",
		letter: { subject: "A passkey", paragraphs: ["It was added."], foot: "" },
	};
}

async function sentCount(world: World & Staff): Promise<number> {
	const rows = await asOwner(
		world.database,
		"select id from mail where sent_at is not null",
	);
	return rows.length;
}

/** The pause after which a mail is tried again is over. */
function dueNow(world: World) {
	return asOwner(
		world.database,
		"update graphile_worker._private_jobs set run_at = now() where task_id = (select id from graphile_worker._private_tasks where identifier = 'deliver-mail')",
	);
}

function troubles(world: World) {
	return asOwner(world.database, "select code from mail_trouble");
}

function asMail<T>(world: World, work: (tx: Tx) => Promise<T>): Promise<T> {
	return transact(
		world.database,
		{ actor: { kind: "process", process: "mail" }, access: "write" },
		work,
	);
}
