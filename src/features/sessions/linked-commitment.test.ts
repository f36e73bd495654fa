import assert from "node:assert/strict";
import test from "node:test";
import { smtpServer } from "../../../test/calendar.ts";
import type { Client, Seen } from "../../../test/client.ts";
import { asOwner } from "../../../test/owner.ts";
import { sessionOf } from "../../../test/sessions.ts";
import { pairWorld } from "../../../test/two-pairs.ts";
import { formatDate } from "../../ui/text.ts";
import { writeDigests } from "../mail/digest.ts";
import { readCommitmentLink } from "./link.ts";
import { perhapsPromises, waitingPromises } from "./waiting.ts";

const sources = [{ find: waitingPromises, own: perhapsPromises }];

test("a promise is done or moved from the mail that names its day, without signing in and without a word of what it is", async () => {
	const smtp = await smtpServer();
	await using world = await pairWorld({ postOffice: smtp.postOffice });
	const { pair, database } = world;
	const own = (statement: string, ...values: unknown[]) =>
		asOwner<{ line: string }>(database, statement, values).then((rows) =>
			rows.map(({ line }) => line),
		);
	await own(
		"insert into mail_choice (person_id, quiet_from, quiet_until, quiet_days) values ($1, 0, 0, '{}')",
		pair.mentor,
	);
	const wei = await world.as(pair.mentee);
	const ingrid = await world.as(pair.mentor);
	const members = [pair.mentor, pair.mentee];
	const session = await sessionOf(world, { id: pair.id, members }, -2);
	const promise = (words: string, days: number) =>
		wei.post(`/sessions/${session}/write-up`, {
			commitment: words,
			owner: pair.mentor,
			due: inDays(days),
		});
	for (const [place, words] of ["Calls Lagos", "Asks Oslo", "Reads"].entries())
		await promise(words, 2 + place);
	await promise("Thanks the council", 6);
	await promise("Far away", 30);

	// Signed in, each stands on Today with its two presses.
	const today = await ingrid.get("/");
	assert.match(today.text, /You promised: Calls Lagos Wei asks after it\./);
	assert.match(today.text, /One more thing you promised/);
	assert.doesNotMatch(today.text, /Far away|council/);

	const digest = async () => {
		const now = new Date();
		await writeDigests(database, {
			people: members,
			sources,
			origin: "http://localhost",
			now,
		});
		await world.workJobs();
		const mails = await smtp.taken();
		assert.equal(mails.length, 1);
		const [{ raw, text } = { raw: "", text: "" }] = mails;
		assert.doesNotMatch(raw + text, /Lagos|Oslo|council|Wei/);
		assert.match(
			text,
			/Eine Zusage von Ihnen für den .*: erledigt, oder später\?/,
		);
		return [...text.matchAll(/http:\/\/localhost(\/commitment\/[\w-]+)/g)].map(
			([, path = ""]) => path,
		);
	};
	await own("update person set locale = 'de' where id = $1", pair.mentor);
	const links = await digest();
	assert.equal(links.length, 3);
	const [calls = "", asks = "", reads = ""] = links;
	const stands = () =>
		own(
			"select state || ' ' || (due_on - current_date) || ' ' || moves as line from commitment order by made_at",
		);
	const before = await stands();
	const stranger = world.stranger();
	const open = async (path: string, is: RegExp, status = 200) => {
		const page = await stranger.get(path);
		assert.equal(page.status, status);
		assert.match(page.text, is);
		assert.doesNotMatch(page.text, /Lagos|Oslo|Reads|council|Wei|Ingrid/);
		return page;
	};
	for (let scan = 0; scan < 2; scan++)
		await open(calls, /Have you done what you promised for .* your session on/);
	assert.deepEqual(await stands(), before);

	// Moved once, however often it is pressed; the page offers what is later than the day it shows.
	const offered = offers(await stranger.get(calls));
	assert.equal(offered.length, 4);
	const [done, , twoWeeks] = offered;
	const moved = await press(stranger, calls, twoWeeks);
	assert.match(moved.text, new RegExp(`Moved to ${formatDate(inDays(16))}`));
	assert.match((await press(stranger, calls, twoWeeks)).text, /was moved/);
	assert.equal((await stands())[0], "open 16 1");
	assert.match((await press(stranger, calls, done)).text, /It is done/);
	assert.equal((await press(stranger, calls, done)).status, 409);
	assert.equal((await press(stranger, calls, twoWeeks)).status, 409);
	assert.equal((await stands())[0], "done 16 1");
	assert.deepEqual(
		await own(
			"select act || ' ' || (detail ->> 'through') || ' ' || (person_id = $1) as line from journal where act like '%e-commitment' and detail ? 'through' order by id",
			pair.mentor,
		),
		["move-commitment link true", "settle-commitment link true"],
	);
	assert.match((await wei.get("/commitments")).text, /Calls Lagos.*done/);

	// Settled meanwhile by the other, put off the agenda, opened again: the link says how it stands.
	const oslo = /Asks Oslo.*?\/commitments\/([\w-]+)\/settle/s.exec(
		(await wei.get("/commitments")).html,
	)?.[1];
	await wei.post(`/commitments/${oslo}/settle`, { state: "dropped" });
	await open(asks, /It was dropped/);
	await wei.post(`/commitments/${oslo}/settle`, { state: "open" });
	await open(asks, /Have you done/);

	// In one's own language; signed in, the whole list.
	await stranger.post("/preferences", { locale: "de", back: "/" });
	await open(reads, /Ist erledigt, was Sie für den .* zugesagt haben\?/);
	await stranger.post("/preferences", { locale: "en", back: "/" });
	assert.equal((await ingrid.look(reads)).location, "/commitments");

	// For its owner alone, for a while, and as it was signed.
	await open(`${reads.slice(0, -3)}AAA`, /This link is over/, 410);
	assert.equal(
		(await press(stranger, `${reads.slice(0, -3)}AAA`, done)).status,
		404,
	);
	const readOn = (days: number) =>
		readCommitmentLink(
			database.vault,
			reads.split("/").at(-1) ?? "",
			new Date(Date.now() + days * 86_400_000),
		)?.person;
	assert.deepEqual([readOn(13), readOn(15)], [pair.mentor, undefined]);
	await own(
		"update commitment set owner_id = $1, partner_id = null",
		pair.mentee,
	);
	await open(reads, /nothing to settle here any more/, 410);
	await own("update commitment set owner_id = $1", pair.mentor);
	await own(
		"update person set left_on = current_date where id = $1",
		pair.mentor,
	);
	await open(reads, /You have left this organisation/, 410);
	assert.equal((await press(stranger, reads, done)).status, 404);
	await smtp.close();
});

type Offer = Readonly<Record<string, string>>;

/** What the buttons of a page send. */
function offers({ html }: Seen): readonly Offer[] {
	return [...html.matchAll(/<form class="button-form"[\s\S]*?<\/form>/g)]
		.map(([form]) =>
			Object.fromEntries(
				[...form.matchAll(/name="(answer|due)" value="([^"]*)"/g)].map(
					([, name = "", value = ""]) => [name, value],
				),
			),
		)
		.filter((each) => "answer" in each);
}

function press(client: Client, path: string, offer: Offer = {}): Promise<Seen> {
	return client.post(path, offer);
}

function inDays(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
