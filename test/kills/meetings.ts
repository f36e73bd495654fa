// Members of many pairs book, move and cancel under load, mails go out, and Batons are killed at random moments all the while.
import { setTimeout } from "node:timers/promises";
import { chance } from "../chance.ts";
import { nextWeekday } from "../sessions.ts";
import {
	addPerson,
	establishedWorld,
	type Staff,
	type World,
} from "../world.ts";
import { type Batons, batons, wanderer } from "./batons.ts";
import { compareCalendarMails } from "./calendar-mails.ts";
import { compareHistory } from "./history.ts";
import { act, type Member, type Write } from "./members.ts";
import { openPost } from "./post.ts";
import { journalProblems } from "./journal.ts";
import { drained, hurry } from "./queue.ts";

export type MeetingsOptions = {
	readonly kills: number;
	readonly pairs: number;
	/** Finds a run again, as far as chance is ours: when the operating system lets what run is not. */
	readonly seed: number;
	/** The most milliseconds that a Baton lives, and that a member waits between two forms. */
	readonly life: number;
	readonly pause: number;
	/** Members go on after the last kill until so many forms were answered. */
	readonly forms: number;
	/** Waits of the queue's are over at once. */
	readonly isHurried: boolean;
};

export type MeetingsResult = Awaited<ReturnType<typeof killDuringMeetings>>;

export async function killDuringMeetings(options: MeetingsOptions) {
	const { kills, seed, isHurried } = options;
	await using post = await openPost();
	await using world = await establishedWorld();
	const pairs = await makePairs(world, options.pairs);
	const all = batons(world.database.logins, post.smtpUrl, async () => {
		if (isHurried) await hurry(world.database);
	});
	const writes: Write[] = [];
	let isOver = false;
	try {
		const members = await membersOf(world, pairs, { ...options, all });
		const acting = Promise.all(
			members.map((member) => act(member, writes, () => isOver)),
		);
		const killing = killAll(all, kills, options);
		await Promise.race([acting, killing]);
		await killing;
		while (writes.length < options.forms && all.crashes.length === 0)
			await setTimeout(20);
		isOver = true;
		await acting;
		await all.ready();
		const seconds = await drained(world.database);
		const history = await compareHistory(world.database, writes, pairs);
		const mails = await compareCalendarMails(post.arrivals, history.stories, {
			addresses: await addressesOf(world),
			breaks: all.kills,
		});
		const count = (outcome: Write["outcome"], kind?: Write["kind"]) =>
			writes.filter(
				(write) =>
					write.outcome === outcome &&
					(kind === undefined || write.kind === kind),
			).length;
		return {
			seed,
			kills: all.kills.length,
			problems: [
				...all.crashes,
				...history.problems,
				...mails.problems,
				...(await journalProblems(world.database)),
			],
			booked: count("acknowledged", "book"),
			moved: count("acknowledged", "move"),
			cancelled: count("acknowledged", "cancel"),
			refused: count("refused"),
			givenUp: count("given-up"),
			givenUpDone: history.givenUpDone,
			interrupted: writes.filter(({ interruptions }) => interruptions > 0)
				.length,
			doneBefore: history.doneBefore,
			mails: mails.mails,
			twice: mails.twice,
			late: mails.late,
			drainedInSeconds: seconds,
		};
	} finally {
		isOver = true;
		await all.stop();
	}
}

/** In each place one after the other: a fifth of the kills fall into the start. */
async function killAll(
	all: Batons,
	kills: number,
	{ seed, life }: MeetingsOptions,
): Promise<void> {
	let left = kills;
	await Promise.all(
		Array.from({ length: all.count }, async (_, place) => {
			const { below } = chance(seed + place);
			while (left > 0) {
				left--;
				if (below(5) > 0) await all.at(place).running.ready;
				await setTimeout(below(life));
				await all.kill(place);
			}
		}),
	);
}

type Pairs = ReadonlyMap<string, readonly string[]>;

async function makePairs(world: World & Staff, count: number): Promise<Pairs> {
	return world.arrange(async (tx) => {
		const { id: program } = await tx
			.insertInto("program")
			.values({
				name: "Spring cohort",
				template: "executive-cross-generation",
				kind: "one-to-one",
				status: "open",
			})
			.returning("id")
			.executeTakeFirstOrThrow();
		const pairs = new Map<string, readonly string[]>();
		for (let place = 0; place < count; place++) {
			const last_name = `Pair${place}`;
			const mentor = await addPerson(tx, { first_name: "Ingrid", last_name });
			const mentee = await addPerson(tx, { first_name: "Wei", last_name });
			const { id } = await tx
				.insertInto("relationship")
				.values({
					program_id: program,
					kind: "one-to-one",
					member_ids: [mentor, mentee],
				})
				.returning("id")
				.executeTakeFirstOrThrow();
			await tx
				.insertInto("relationship_member")
				.values([
					{ relationship_id: id, person_id: mentor, side: "mentor" },
					{ relationship_id: id, person_id: mentee, side: "mentee" },
				])
				.execute();
			pairs.set(id, [mentor, mentee]);
		}
		return pairs;
	});
}

async function membersOf(
	world: World,
	pairs: Pairs,
	{
		all,
		seed,
		pause,
	}: { readonly all: Batons; readonly seed: number; readonly pause: number },
): Promise<readonly Member[]> {
	const members: Member[] = [];
	for (const [relationship, people] of pairs) {
		const times = { first: nextWeekday(3, 8), used: 0 };
		for (const id of people) {
			const own = chance(seed + 1000 + members.length);
			const client = wanderer(all, own, await world.tokenFor(id));
			members.push({ client, id, relationship, times, chance: own, pause });
		}
	}
	return members;
}

function addressesOf(world: World): Promise<ReadonlyMap<string, string>> {
	return world.arrange(async (tx) => {
		const rows = await tx
			.selectFrom("person")
			.select(["id", "email"])
			.execute();
		return new Map(rows.map(({ id, email }) => [id, email]));
	});
}
