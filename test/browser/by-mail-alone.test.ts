import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { look, openBrowser } from "../browser.ts";
import { smtpServer } from "../calendar.ts";
import { asOwner } from "../owner.ts";
import { pairWorld } from "../two-pairs.ts";

test("a mentor who never signs in answers, moves and writes up on a phone, by the links of two mails", async () => {
	const smtp = await smtpServer();
	await using world = await pairWorld({ postOffice: smtp.postOffice });
	const { pair } = world;
	const own = <Row extends object>(statement: string, ...values: unknown[]) =>
		asOwner<Row>(world.database, statement, values);
	await own(
		"insert into mail_choice (person_id, quiet_from, quiet_until, quiet_days) select id, 0, 0, '{}' from person on conflict (person_id) do nothing",
	);
	const [mentor] = await own<{ email: string }>(
		"select email from person where id = $1",
		pair.mentor,
	);
	/** The next mail to the mentor, when the queue has sent it. */
	const mail = async () => {
		for (let look = 0; look < 200; look += 1) {
			const found = (await smtp.taken()).find(({ to }) => to === mentor?.email);
			if (found !== undefined) return found.text;
			await setTimeout(50);
		}
		throw new Error("no mail came");
	};
	const wei = await world.as(pair.mentee);
	const choosing = await wei.get(`/relationships/${pair.id}/sessions/new`);
	const [, at = ""] = /name="at" value="(\d+)"/.exec(choosing.html) ?? [];
	await wei.post(`/relationships/${pair.id}/cadence`, {
		rhythm: "own",
		format: "one-to-one",
		minutes: "45",
		revision: "0",
	});
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const booked = await wei.send(`/relationships/${pair.id}/sessions`, {
			format: "one-to-one",
			minutes: "45",
			at,
		});
		const page = booked.location ?? "";
		const context = await browser.newContext({
			viewport: { width: 390, height: 844 },
			baseURL: origin,
		});
		const phone = await context.newPage();
		phone.setDefaultTimeout(15_000);
		const tap = (name: string | RegExp) =>
			phone
				.getByRole("link", { name })
				.or(phone.getByRole("button", { name }))
				.first()
				.click();

		const invitation = await mail();
		await phone.goto(linkIn(invitation, "answer"));
		await phone.getByText("You have not answered yet.").waitFor();
		await look(phone);
		await tap("Yes, I come");
		await phone.getByText("You said that you come.").first().waitFor();
		assert.match(
			(await wei.get(page)).text,
			/Ingrid: comes answered by the link/,
		);

		// It does not suit after all.
		await tap("Another time");
		await phone.getByText("When suits you better?").waitFor();
		await look(phone);
		await tap(/\d\d:\d\d/);
		await phone.getByText("It is moved. The others are asked anew.").waitFor();
		assert.match((await wei.get(page)).text, /Can you come\?/);

		const moved = await mail();
		const form = linkIn(moved, "write-up");
		await phone.goto(form);
		await phone.getByText("Your session is on").waitFor();
		await look(phone);
		await own(
			"update session set starts_at = now() - interval '2 hours', ends_at = now() - interval '75 minutes' where id = $1",
			page.split("/").at(-1),
		);
		await phone.goto(form);
		await look(phone);
		await phone.getByLabel("What we decided").fill("Ask the council first.");
		await phone.getByLabel("The next commitment").fill("Calls the council");
		await phone.getByRole("radio", { name: "I do it" }).check();
		await tap("Keep it");
		await phone.getByText("It is written up").first().waitFor();
		await look(phone);
		const read = (await wei.get(page)).text;
		assert.match(read, /Ask the council first/);
		assert.match(read, /Calls the council/);

		assert.deepEqual(
			(await context.cookies()).filter(({ name }) => name === "baton-sign-in"),
			[],
		);
		assert.deepEqual(
			await own("select 1 from sign_in where person_id = $1", pair.mentor),
			[],
		);
	} finally {
		await browser.close();
		await smtp.close();
	}
});

function linkIn(text: string, what: "answer" | "write-up"): string {
	const found = new RegExp(`http://localhost(/${what}/[\\w-]+)`).exec(text);
	assert.ok(found?.[1]);
	return found[1];
}
