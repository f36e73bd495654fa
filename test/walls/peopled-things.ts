// The things of daily work that somebody could reach for, each made by the form that makes it: a file of a pair, a point on their agenda, a
// commitment, a quiet period, a calendar feed, an import, a competency, a draft of a plan; and a request for one more place.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { transact, type Tx } from "../../src/platform/database/database.ts";
import type { Seen } from "../client.ts";
import { inDays, type RoundWorld, rows } from "../round.ts";
import { sessionOf } from "../sessions.ts";

const uuid = "([0-9a-f-]{36})";

export type Things = {
	readonly round: string;
	readonly relationship: string;
	readonly session: string;
	readonly mentee: string;
	readonly mentor: string;
	/** Who is to stay outside of what the two are in. */
	readonly outsiders: readonly string[];
};

/** A circle that asks for the two, and for others of their program, whoever the round brought together. */
async function askedCircle(
	world: RoundWorld,
	pair: readonly string[],
	outsiders: readonly string[],
): Promise<string> {
	const manager = await world.as(world.ruth);
	const base = `/programs/${world.program}/circles`;
	const { html } = await manager.get(`${base}/new`);
	const others = [
		...html.matchAll(/name="people" value="([0-9a-f-]{36})"/g),
	].flatMap(([, id = ""]) =>
		[...pair, ...outsiders].includes(id) ? [] : [id],
	);
	const [facilitator = "", ...rest] = others;
	const { location } = await manager.send(base, {
		name: "Decisions",
		theme: "How we decide",
		cadence: "month",
		minutes: "60",
		facilitator,
		people: [...pair, ...rest.slice(0, 2)],
	});
	return location?.split("/").at(-1) ?? "";
}

/** A table that the mentor hosts; nobody has asked for a seat. */
async function roundtableOf(
	world: RoundWorld,
	mentor: string,
): Promise<string> {
	const host = await world.as(mentor);
	const { location } = await host.send(
		`/programs/${world.program}/roundtables`,
		{
			topic: "Closing a plant",
			day: inDays(30),
			time: "16:00",
			minutes: "90",
			seats: "3",
			place: "",
		},
	);
	return location?.split("/").at(-1) ?? "";
}

export async function somethingToDo(
	world: RoundWorld,
	{ round, relationship, session, mentee, mentor, outsiders }: Things,
): Promise<Readonly<Record<string, string>>> {
	const wei = await world.as(mentee);
	const manager = await world.as(world.ruth);
	const past = await sessionOf(
		world,
		{ id: relationship, members: [mentee, mentor] },
		-2,
	);
	await wei.post(`/sessions/${past}/write-up`, {
		decided: "",
		commitment: "Calls the plant",
		due: "2027-06-01",
		owner: mentee,
		keeping: "",
		attended: [mentee, mentor],
	});
	const goals = await wei.post(`/relationships/${relationship}/goals`, {
		aim: "Close a plant with dignity",
		"milestone-1": "Speak with the council",
	});
	return {
		goal: idIn(goals, `/goals/${uuid}/settle`),
		milestone: idIn(goals, `/milestones/${uuid}/reach`),
		handOver: await handOverOf(world, {
			relationship,
			mentee,
			mentor,
			peer: outsiders.at(-1) ?? "",
		}),
		circle: await askedCircle(world, [mentee, mentor], outsiders),
		roundtable: await roundtableOf(world, mentor),
		artifact: idIn(
			await wei.post(`/relationships/${relationship}/artifacts`, {
				file: new File(["%PDF-1.7 Plan"], "Plan.pdf"),
			}),
			`/artifacts/${uuid}`,
		),
		item: idIn(
			await wei.post(`/sessions/${session}/agenda`, { words: "The plant" }),
			`/agenda/${uuid}`,
		),
		commitment: idIn(
			await wei.get("/commitments"),
			`/commitments/${uuid}/settle`,
		),
		period: idIn(
			await wei.post("/me/calendar/quiet", {
				from: "2030-08-01",
				until: "2030-08-20",
			}),
			`/me/calendar/quiet/${uuid}/remove`,
		),
		file: idIn(
			await wei.post("/me/calendar/feed"),
			`/calendar/([\\w-]{43}\\.ics)`,
		),
		import: idIn(
			await manager.post("/people/import", {
				file: new File(["First name,E-mail\nA,a@x.example"], "a.csv"),
			}),
			`/people/import/${uuid}`,
		),
		competency: idIn(
			await manager.post("/competencies", competency),
			`/competencies/${uuid}/edit`,
		),
		first: idIn(
			await manager.post(`/programs/${world.program}/first-steps`, {
				role: "mentor",
				"label-en": "Read the handbook",
				file: new File(["Listen first"], "handbook.txt"),
			}),
			`/first-steps/${uuid}`,
		),
		draft: await draftOf(world, round),
		request: await requestTo(world, round, mentor),
		passkey: await passkeyOf(world, mentee),
	};
}

function idIn({ html, status }: Seen, pattern: string): string {
	const [, found] = new RegExp(pattern).exec(html) ?? [];
	assert.ok(found, `a page that answered ${status} shows no ${pattern}`);
	return found;
}

const competency = {
	name: "Listening",
	cluster: "People",
	definition: "Hears what is meant.",
	"level-1": "One",
	"level-2": "Two",
	"level-3": "Three",
	"level-4": "Four",
	"level-5": "Five",
	note: "",
};

/** Begun before the round was published: its page is still there. */
function draftOf(world: RoundWorld, round: string): Promise<string> {
	return by(world, world.ruth, async (tx) => {
		const { policy, objective } = await tx
			.selectFrom("round")
			.select(["policy", "objective"])
			.where("id", "=", round)
			.executeTakeFirstOrThrow();
		const { id } = await tx
			.insertInto("plan_draft")
			.values({
				round_id: round,
				name: "Fewer rules",
				policy: JSON.stringify(policy),
				objective,
			})
			.returning("id")
			.executeTakeFirstOrThrow();
		return id;
	});
}

/** A mentor is asked for one more place: the board does it while a round is planned. */
function requestTo(
	world: RoundWorld,
	round: string,
	mentor: string,
): Promise<string> {
	return by(world, world.ruth, async (tx) => {
		const { id } = await tx
			.insertInto("place_request")
			.values({ round_id: round, mentor_id: mentor, asked_by: world.ruth })
			.returning("id")
			.executeTakeFirstOrThrow();
		return id;
	});
}

/** The mentor hands over, the peer has said yes, and the mentee is asked. */
function handOverOf(
	world: RoundWorld,
	{
		relationship,
		mentee,
		mentor,
		peer,
	}: Pick<Things, "relationship" | "mentee" | "mentor"> & {
		readonly peer: string;
	},
): Promise<string> {
	return rows(world, async (tx) => {
		const { id } = await tx
			.insertInto("hand_over")
			.values({
				relationship_id: relationship,
				program_id: world.program,
				mentor_id: mentor,
				mentee_id: mentee,
				peer_id: peer,
				asked: "mentee",
				answer_by: inDays(10),
				ends_by: inDays(10),
			})
			.returning("id")
			.executeTakeFirstOrThrow();
		return id;
	});
}

/** As a device would have made it. */
function passkeyOf(world: RoundWorld, person: string): Promise<string> {
	return by(world, person, async (tx) => {
		const { id } = await tx
			.insertInto("passkey")
			.values({
				person_id: person,
				credential_id: randomBytes(16),
				public_key: randomBytes(64),
				name: "Phone",
				is_synced: false,
			})
			.returning("id")
			.executeTakeFirstOrThrow();
		return id;
	});
}

function by<T>(
	{ database }: RoundWorld,
	person: string,
	work: (tx: Tx) => Promise<T>,
): Promise<T> {
	return transact(
		database,
		{ actor: { kind: "person", person }, access: "write" },
		work,
	);
}
