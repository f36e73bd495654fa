import assert from "node:assert/strict";
import test from "node:test";
import { Temporal } from "temporal-polyfill";
import { mailServer } from "../../../test/mail-server.ts";
import { asOwner } from "../../../test/owner.ts";
import {
	establishedWorld,
	type Staff,
	type World,
} from "../../../test/world.ts";
import type { LetterKind } from "../../domain/mail/topic.ts";
import { readLink, unsignedLink } from "../../platform/links/signed-link.ts";
import { deliver } from "../../platform/mail/deliver.ts";
import { postAll } from "../../platform/mail/mail.ts";
import { planDigests } from "./jobs.ts";

/** No quiet hours at all, and the digest at eight. */
const always = {
	digest: "daily",
	digestWeekday: "1",
	digestHour: "8",
	quietFrom: "0",
	quietUntil: "0",
	requests: "mail",
	reminders: "digest",
	sessions: "mail",
	news: "mail",
};

test("a letter written at night waits for the morning, and goes at once when its reader wants it so", async () => {
	await using smtp = await mailServer();
	await using world = await establishedWorld({ postOffice: smtp.postOffice });
	const night = berlin("2026-12-04T22:30");
	await write(world, "proposal", night);
	const [mail] = await mails(world);
	assert.equal(mail?.due, berlin("2026-12-07T07:00").toISOString(), "Monday");
	const sending = {
		mails: [mail.id],
		postOffice: smtp.postOffice,
		origin: "http://localhost",
	};
	await deliver(world.database, {
		...sending,
		now: berlin("2026-12-05T09:00"),
	});
	assert.equal(smtp.received.length, 0, "nothing on a Saturday");

	const ruth = await world.as(world.ruth);
	const refused = await ruth.send("/me/mail", {
		...always,
		quietDays: ["1", "2", "3", "4", "5", "6", "7"],
	});
	assert.equal(refused.status, 422);
	assert.match(refused.text, /Leave one day on which mail may come/);
	assert.match((await ruth.post("/me/mail", always)).text, /Kept/);
	assert.match((await ruth.get("/me/mail")).html, /value="daily" checked/);
	await deliver(world.database, {
		...sending,
		now: berlin("2026-12-05T09:00"),
	});
	const [sent] = await smtp.mails();
	assert.equal(sent?.subject, "About proposal");
	assert.match(sent.text ?? "", /No more mails of this kind: http/);
});

test("one press in the mail program turns a kind off; opening the link does nothing; a page undoes it; what protects the account has no such link", async () => {
	await using smtp = await mailServer();
	await using world = await establishedWorld({ postOffice: smtp.postOffice });
	const ruth = await world.as(world.ruth);
	await ruth.post("/me/mail", always);
	await write(world, "proposal");
	await write(world, "passkey-added");
	await world.workJobs();
	const [first, second] = await smtp.mails();
	const proposal = first?.subject === "About proposal" ? first : second;
	const account = first === proposal ? second : first;
	assert.equal(account?.headers.get("list"), undefined);
	const raw = smtp.received
		.map(String)
		.find((text) => /About proposal/.test(text));
	assert.match(
		raw ?? "",
		/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m,
	);
	const path =
		/^List-Unsubscribe: <http:\/\/localhost(\/mail\/stop\/[\w-]+)>\r?$/m.exec(
			raw ?? "",
		)?.[1] ?? "";

	const scanner = world.stranger();
	assert.match(
		(await scanner.get(path)).text,
		/No more mails of this kind: Requests to you\?/,
	);
	await write(world, "proposal-question");
	const program = await world.app.request(path, {
		method: "POST",
		headers: { "content-type": "application/x-www-form-urlencoded" },
		body: "List-Unsubscribe=One-Click",
	});
	assert.equal(program.status, 303);
	await write(world, "place-request");
	await world.workJobs();
	const kinds = Object.fromEntries(
		(await mails(world)).map(({ kind, sending, sent: isSent }) => [
			kind,
			`${sending}${isSent ? " sent" : ""}`,
		]),
	);
	assert.deepEqual(kinds, {
		proposal: "mail sent",
		"passkey-added": "mail sent",
		"proposal-question": "none",
		"place-request": "none",
	});
	const page = await scanner.get(path);
	assert.match(page.text, /no longer come/);
	assert.match(
		(await scanner.post(path.replace("/stop/", "/start/"))).text,
		/No more mails of this kind/,
	);
	await write(world, "talks");
	await world.workJobs();
	assert.equal(smtp.received.length, 3);

	const damaged = `${path.slice(0, -3)}${path.endsWith("AAA") ? "BBB" : "AAA"}`;
	assert.equal((await scanner.get(damaged)).status, 410);
	assert.equal((await scanner.send(damaged, {})).status, 404);
	const acts = await asOwner<{ act: string }>(
		world.database,
		"select act from journal where process = 'mail' order by id",
	);
	assert.deepEqual(
		acts.map(({ act }) => act),
		["stop-mail", "start-mail"],
	);
});

test("one digest a day says what waits and what happened, in its reader’s language, and carries the letters that waited for it", async () => {
	await using smtp = await mailServer();
	await using world = await establishedWorld({ postOffice: smtp.postOffice });
	const ruth = await world.as(world.ruth);
	await ruth.post("/me/mail", always);
	await asOwner(
		world.database,
		"update person set locale = 'de' where id = $1",
		[world.ruth],
	);
	await write(world, "proposal-reminder");
	await world.workJobs();
	assert.equal(smtp.received.length, 0, "reminders come with the digest");
	assert.match(
		(await ruth.get("/administration/outbox")).text,
		/waits for the digest/,
	);

	await planDigests(world.database, berlin("2026-12-07T07:45"));
	await world.workJobs();
	assert.equal(smtp.received.length, 0, "not before eight");
	await planDigests(world.database, berlin("2026-12-07T08:15"));
	await planDigests(world.database, berlin("2026-12-07T08:30"));
	await world.workJobs();
	assert.equal(smtp.received.length, 1);
	const [digest] = await smtp.mails();
	assert.match(digest?.subject ?? "", /warte[nt] auf Sie/);
	const token =
		/About proposal-reminder\n {2}http:\/\/localhost\/about\/([\w-]+)\n/.exec(
			digest?.text ?? "",
		)?.[1] ?? "";
	const link = readLink(world.database.vault, {
		purpose: "about",
		token,
		now: new Date(),
	});
	assert.equal(link?.person, world.ruth, "the link is signed for its reader");
	assert.match(
		digest?.text ?? "",
		/\* .*\n {2}etwa/,
		"what waits, and how long it takes",
	);
	assert.ok(
		String(digest?.html).includes(`href="http://localhost/about/${token}"`),
	);
	assert.ok((await mails(world)).every(({ sent: isSent }) => isSent));
	const ada = await world.as(world.ada);
	assert.doesNotMatch(
		(await ada.get("/administration/outbox")).text,
		/warten auf Sie/,
		"a digest is its reader's alone",
	);

	// Another reminder the same day waits for the next digest, whatever becomes of the clock.
	await write(world, "talks-reminder");
	await asOwner(world.database, "delete from digest_look");
	await planDigests(world.database, berlin("2026-12-07T08:45"));
	await world.workJobs();
	assert.equal(smtp.received.length, 1);
	const late = (await mails(world)).find(
		({ kind }) => kind === "talks-reminder",
	);
	assert.equal(late?.sent, false);
	// No digest any more: it comes by itself.
	await ruth.post("/me/mail", { ...always, digest: "never" });
	await world.workJobs();
	assert.equal(smtp.received.length, 2);
});

async function write(
	world: World & Staff,
	kind: LetterKind,
	now = new Date(),
): Promise<void> {
	await world.arrange((tx) =>
		postAll(
			tx,
			[
				{
					to: world.ruth,
					kind,
					event: `${kind} once`,
					letter: {
						subject: `About ${kind}`,
						paragraphs: ["It happened."],
						button: {
							label: "See it",
							url: unsignedLink("http://localhost", "/about", {
								purpose: "about",
								subject: "it",
								expires: new Date(2100, 0),
							}),
						},
						foot: "",
					},
				},
			],
			now,
		),
	);
}

async function mails(world: World & Staff) {
	const rows = await asOwner<{
		id: string;
		kind: string;
		sending: string;
		due_at: Date;
		sent_at: Date | null;
	}>(
		world.database,
		"select id, kind, sending, due_at, sent_at from mail where person_id = $1 order by created_at",
		[world.ruth],
	);
	return rows.map(({ due_at, sent_at, ...row }) => ({
		...row,
		due: due_at.toISOString(),
		sent: sent_at !== null,
	}));
}

function berlin(wallTime: string): Date {
	return new Date(
		Temporal.PlainDateTime.from(wallTime)
			.toZonedDateTime("Europe/Berlin")
			.toInstant().epochMilliseconds,
	);
}
