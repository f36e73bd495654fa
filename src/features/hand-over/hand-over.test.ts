import assert from "node:assert/strict";
import test from "node:test";
import { readCounts } from "../../domain/relationships/ending-reasons.ts";
import { signLinks } from "../../platform/links/signed-link.ts";
import { asOwner } from "../../../test/owner.ts";
import { perform } from "../../../test/round.ts";
import { sessionOf } from "../../../test/sessions.ts";
import { pairWorld } from "../../../test/two-pairs.ts";

test("a mentor hands over to a peer: the peer first, then the mentee, and only two yeses change anything", async () => {
	await using world = await pairWorld();
	const { pair, people, database } = world;
	const { Ingrid = "", Wei = "", Noor = "", Henrik = "", Amara = "" } = people;
	const owner = (statement: string, values: readonly unknown[] = []) =>
		asOwner<Record<string, string>>(database, statement, values);
	const base = `/relationships/${pair.id}`;
	const [ingrid, wei, noor] = [
		await world.as(Ingrid),
		await world.as(Wei),
		await world.as(Noor),
	];

	// Nobody is offered, nor taken by name, whom places, hours, lines, blocks or a past pair keep from it.
	await owner(
		"insert into profile (person_id, most_hours) values ($1, 1) on conflict (person_id) do update set most_hours = 1",
		[Henrik],
	);
	await owner("update person set manager_id = $1 where id = $2", [
		people["Greta"],
		Wei,
	]);
	await owner(
		"with old as (insert into relationship (program_id, kind, member_ids) values ($1, 'one-to-one', $2) returning id), members as (insert into relationship_member (relationship_id, person_id, side) select id, unnest($2::uuid[]), unnest(array['mentee', 'mentor']) from old) insert into relationship_ending (relationship_id) select id from old",
		[world.program, [Wei, Amara]],
	);
	const asking = await ingrid.get(`${base}/hand-over`);
	const offered = [
		...asking.html.matchAll(/name="peer" value="([0-9a-f-]{36})"/g),
	];
	assert.deepEqual(
		offered.map(([, id]) => id),
		[Noor],
	);
	const looked = async (search: string) =>
		(await ingrid.get(`${base}/hand-over?search=${search}`)).html;
	assert.match(await looked("noor"), new RegExp(`value="${Noor}"`));
	const none = await looked("henrik");
	assert.match(none, /Nobody like “henrik” can take over now/);
	assert.doesNotMatch(none, /name="peer"/);
	for (const named of [
		"Tomás Ferreira",
		"Henrik Lund",
		"Greta Baum",
		"Amara Okafor",
		"Jola Nowak",
	]) {
		const refused = await ingrid.send(`${base}/hand-over`, { named });
		assert.equal(refused.status, 422, named);
		assert.match(refused.html, new RegExp(named));
	}
	assert.equal((await wei.get(`${base}/hand-over`)).status, 404);
	assert.equal(
		(await wei.send(`${base}/hand-over`, { peer: Noor })).status,
		404,
	);

	const ask = async (): Promise<string> => {
		await ingrid.post(`${base}/hand-over`, { peer: Noor });
		const [row] = await owner("select id from hand_over");
		assert.ok(row);
		return `/hand-overs/${row["id"]}`;
	};
	const open = async () => (await owner("select id from hand_over")).length;
	const mails = (person: string, kind: string) =>
		owner(
			"select subject, body_text as text from mail where person_id = $1 and kind = $2 order by created_at",
			[person, kind],
		);

	// The peer says no, by the link alone.
	let page = await ask();
	assert.equal(
		(await ingrid.send(`${base}/hand-over`, { peer: Noor })).status,
		409,
	);
	for (const nobody of [wei, ingrid, await world.as(world.ada)])
		assert.equal((await nobody.get(page)).status, 404);
	assert.match((await noor.get("/")).text, /Do you take over a mentee/);
	assert.doesNotMatch((await wei.get("/")).text, /another mentor/);
	const [mail] = await mails(Noor, "hand-over");
	assert.doesNotMatch(`${mail?.["subject"]} ${mail?.["text"]}`, /Wei|Ingrid/);
	const linkIn = (text = "") =>
		/http:\/\/localhost(\/take-over\/[\w-]+)/.exec(
			signLinks(database.vault, Noor, text),
		)?.[1] ?? "";
	const link = linkIn(mail?.["text"]);
	const stranger = world.stranger();
	assert.match(
		(await stranger.get(link)).text,
		/Do you take over mentoring Wei/,
	);
	assert.match(
		(await stranger.post(link, { answer: "no" })).text,
		/You have answered/,
	);
	assert.equal(await open(), 0);
	const [afterPeer] = await mails(Ingrid, "hand-over-closed");
	assert.ok(afterPeer);

	// The mentee says no: the mentor reads the very same, and saw nothing in between.
	page = await ask();
	const before = (await ingrid.get(`${base}/hand-over`)).text;
	const second = linkIn((await mails(Noor, "hand-over"))[1]?.["text"]);
	await stranger.post(second, { answer: "yes" });
	assert.equal((await ingrid.get(`${base}/hand-over`)).text, before);
	assert.equal((await stranger.send(second, { answer: "yes" })).status, 404);
	assert.equal((await noor.get(page)).status, 404);
	assert.match((await wei.get("/")).text, /Do you go on with another mentor/);
	assert.match((await wei.get(page)).text, /Noor has said yes/);
	assert.match(
		(await wei.post(`${page}/answer`, { answer: "no" })).text,
		/Everything stays as it is/,
	);
	assert.equal(await open(), 0);
	const [, afterMentee] = await mails(Ingrid, "hand-over-closed");
	assert.deepEqual(afterMentee, afterPeer);
	const answers = await owner(
		"select distinct process, about_person_id as about, subject, subject_id as id from journal where act = 'answer-hand-over'",
	);
	assert.deepEqual(
		answers,
		[
			{
				process: "pairing",
				about: null,
				subject: "program",
				id: world.program,
			},
		],
		"a no cannot be told from a yes, nor one person's from another's",
	);

	// Silence: reminded twice, and it is over.
	page = await ask();
	const id = page.split("/").at(-1) ?? "";
	const origin = "http://localhost";
	for (const number of ["1", "1", "2"])
		await perform(world, "remind-hand-over", {
			id,
			asked: "peer",
			number,
			origin,
		});
	assert.equal((await mails(Noor, "hand-over-reminder")).length, 2);
	await perform(world, "lapse-hand-over", { id, asked: "mentee", origin });
	assert.equal(await open(), 1);
	await perform(world, "lapse-hand-over", { id, asked: "peer", origin });
	assert.equal(await open(), 0);
	await ask();
	await ingrid.post(`${base}/hand-over/withdraw`);
	assert.equal(await open(), 0);

	// Two yeses, while the peer's place goes and comes.
	const session = await sessionOf(
		world,
		{ id: pair.id, members: [Ingrid, Wei] },
		48,
	);
	page = await ask();
	await noor.post(`${page}/answer`, { answer: "yes" });
	await owner("update enrolment set capacity = 0 where person_id = $1", [Noor]);
	assert.match(
		(await wei.post(`${page}/answer`, { answer: "yes" })).text,
		/Meanwhile the place was taken.*can ask somebody else/,
	);
	assert.equal(await open(), 0);
	assert.deepEqual((await mails(Ingrid, "hand-over-closed")).at(-1), afterPeer);
	assert.match(
		(await mails(Noor, "hand-over-closed")).at(-1)?.["text"] ?? "",
		/You had said yes, thank you/,
	);
	const endings = () =>
		owner(
			"select relationship_id as id from relationship_ending where relationship_id = $1",
			[pair.id],
		);
	assert.deepEqual(await endings(), []);
	await owner("update enrolment set capacity = 1 where person_id = $1", [Noor]);
	page = await ask();
	await noor.post(`${page}/answer`, { answer: "yes" });
	const agreed = await wei.send(`${page}/answer`, { answer: "yes" });
	assert.match(agreed.location ?? "", /^\/relationships\//);
	assert.notEqual(agreed.location, base);
	assert.equal((await endings()).length, 1);
	assert.match(
		(await noor.get(agreed.location ?? "")).text,
		/Wei Zhang is your mentee/,
	);
	assert.equal((await noor.get(base)).status, 404);
	assert.equal((await noor.get(`${base}/notes.json`)).status, 404);
	assert.match((await ingrid.get(base)).text, /This relationship ended/);
	assert.match((await ingrid.get(`/sessions/${session}`)).text, /cancelled/);
	assert.equal(await open(), 0);
	assert.deepEqual(await owner("select person_id from ending_question"), []);
	const [tally] = await owner(
		"select program_id as program, period, counts::bytea as counts from ending_tally",
	);
	assert.ok(tally);
	const { program = "", period = "", counts } = tally;
	const opened = database.vault.open(
		"ending_tally.counts",
		[program, period],
		Buffer.from(counts ?? ""),
	);
	assert.equal(readCounts(opened)["handed-over"], 1);
});
