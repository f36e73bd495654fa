import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import test from "node:test";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { establishedWorld } from "../../../test/world.ts";

/** A real SMTP server that keeps what it is handed. */
async function mailServer() {
	const received: Buffer[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS"],
		onData(stream, _session, done) {
			const chunks: Buffer[] = [];
			stream.on("data", (chunk: Buffer) => chunks.push(chunk));
			stream.on("end", () => {
				received.push(Buffer.concat(chunks));
				done();
			});
		},
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.server.address() as AddressInfo;
	return {
		postOffice: {
			smtpUrl: `smtp://127.0.0.1:${port}`,
			from: "Baton <baton@meridian.example>",
		},
		received,
		[Symbol.asyncDispose]: () =>
			new Promise<void>((resolve) => server.close(resolve)),
	};
}

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
