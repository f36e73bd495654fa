// A session that is booked: what is on its agenda stays in the relationship, where it is goes into calendars and mails.
import assert from "node:assert/strict";
import { relationshipOf, type Visitor } from "./visitors.ts";

export type Meeting = {
	/** The calendar file that Wei's feed gives out. */
	readonly feed: Buffer;
};

export async function bookMeeting(
	wei: Visitor,
	ingrid: Visitor,
	marks: { readonly shelf: string; readonly open: string },
): Promise<Meeting> {
	const relationship = await relationshipOf(wei);
	for (const { client } of [wei, ingrid]) {
		const path = `/relationships/${relationship}/agreements`;
		const { html } = await client.get(path);
		const topics = html.matchAll(/name="version-([\w-]+)" value="(\d+)"/g);
		const answers = [...topics].flatMap(([, topic, version]) => [
			[`accept-${topic}`, "yes"],
			[`version-${topic}`, version],
		]);
		if (answers.length > 0)
			await kept(client.send(path, Object.fromEntries(answers)));
	}
	const booked = await wei.client.send(
		`/relationships/${relationship}/sessions`,
		{ format: "one-to-one", minutes: "45", day: inDays(9), time: "05:15" },
	);
	assert.equal(
		booked.status,
		303,
		booked.text.slice(booked.text.indexOf("invent")),
	);
	const session = booked.location?.split("?")[0] ?? "";
	await kept(
		wei.client.send(`${session}/place`, { place: `Room ${marks.open}` }),
	);
	await kept(
		wei.client.send(`${session}/agenda`, { words: `About ${marks.shelf}` }),
	);
	const made = await wei.client.post("/me/calendar/feed");
	const [address] = /\/calendar\/[\w-]{43}\.ics/.exec(made.html) ?? [];
	assert.ok(address);
	const response = await wei.client.raw(address, false);
	assert.equal(response.status, 200);
	const feed = Buffer.from(await response.arrayBuffer());
	assert.match(feed.toString(), /BEGIN:VEVENT/);
	return { feed };
}

async function kept(answer: Promise<{ readonly status: number }>) {
	assert.equal((await answer).status, 303);
}

function inDays(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
