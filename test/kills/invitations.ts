// A whole organisation is invited with one form, and Batons are killed while it is acted on and while the mails go out; now and then the
// mail server is cut off as well.
import { setTimeout } from "node:timers/promises";
import { type Chance, chance } from "../chance.ts";
import type { Seen } from "../client.ts";
import { cohort } from "../cohort.ts";
import type { TestDatabase } from "../database.ts";
import { asOwner } from "../owner.ts";
import { inDays } from "../round.ts";
import { type Batons, batons, wanderer } from "./batons.ts";
import { compareInvitations } from "./invited.ts";
import { journalProblems } from "./journal.ts";
import { openPost, type Post } from "./post.ts";
import { drained, hurry } from "./queue.ts";

export type InvitationsOptions = {
	readonly people: number;
	/** Of these a tenth, and at least one, before the form is answered. */
	readonly kills: number;
	readonly cuts: number;
	readonly seed: number;
	/** Waits of the queue's are over at once. */
	readonly isHurried: boolean;
};

export type InvitationsResult = Awaited<
	ReturnType<typeof killDuringInvitations>
>;

export async function killDuringInvitations(options: InvitationsOptions) {
	const { people, kills, cuts, seed, isHurried } = options;
	const own = chance(seed);
	await using post = await openPost();
	await using world = await cohort();
	const { program } = world;
	await addPeople(world.database, people);
	const token = await world.tokenFor(world.ruth);
	const all = batons(world.database.logins, post.smtpUrl, async () => {
		if (isHurried) await hurry(world.database);
	});
	try {
		await all.ready();
		const early = Math.max(1, Math.round(kills / 10));
		const ruth = wanderer(all, own, token);
		const key = crypto.randomUUID();
		const inviting = untilAnswered(() =>
			ruth.send(
				`/programs/${program}/invitations`,
				{ side: "mentee", whom: "all", answerBy: inDays(21) },
				key,
			),
		);
		const broken = breakWhileMailing(post, all, {
			chance: own,
			kills: kills - early,
			cuts,
			people,
		});
		for (let done = 0; done < early; done++) {
			await setTimeout(own.below(1500));
			await all.kill(done % all.count);
		}
		const { answered, interruptions } = await inviting;
		if (!answered.location?.startsWith(`/programs/${program}/people`))
			throw new Error(`${answered.status} ${answered.text.slice(0, 300)}`);
		await broken;
		await all.ready();
		const seconds = await drained(world.database);
		const found = await compareInvitations(world.database, post.arrivals, {
			breaks: [...all.kills, ...post.cuts],
			mayBeOnTheirWay: 2 * all.kills.length + 2 * all.count * post.cuts.length,
		});
		return {
			seed,
			...found,
			problems: [
				...all.crashes,
				...found.problems,
				...(await journalProblems(world.database)),
			],
			kills: all.kills.length,
			/** How often the form itself broke off. */
			interruptions,
			cuts: post.cuts.length,
			drainedInSeconds: seconds,
		};
	} finally {
		await all.stop();
	}
}

/** Everyone never was here, so each invitation holds a link of its own; and everyone takes mail at any hour. */
async function addPeople(database: TestDatabase, count: number): Promise<void> {
	await asOwner(
		database,
		`insert into person (email, first_name, last_name, time_zone, search_text)
		select 'person' || number || '@meridian.example', 'Person', number, 'Europe/Berlin', 'person ' || number from generate_series(1, $1::integer) as number`,
		[count],
	);
	await asOwner(
		database,
		"insert into mail_choice (person_id, quiet_from, quiet_until, quiet_days) select id, 0, 0, '{}' from person",
	);
}

async function untilAnswered(send: () => Promise<Seen>) {
	for (let interruptions = 0; ; interruptions++) {
		const answered = await send().catch((error: unknown) => {
			// So fetch says that nobody answered, or not to the end.
			if (error instanceof TypeError) return undefined;
			throw error;
		});
		if (answered !== undefined) return { answered, interruptions };
		await setTimeout(50);
	}
}

/** Kills one that runs after random numbers of mails, half of the time before the mail server has answered, and cuts the server off. */
function breakWhileMailing(
	post: Post,
	all: Batons,
	{
		chance,
		people,
		...plan
	}: {
		readonly chance: Chance;
		readonly kills: number;
		readonly cuts: number;
		readonly people: number;
	},
) {
	const { below } = chance;
	const finished = Promise.withResolvers<void>();
	let { kills, cuts } = plan;
	const after = Array.from({ length: kills + cuts }, () =>
		below(Math.floor(people * 0.9)),
	).toSorted((a, b) => a - b);
	let isBusy = false;
	post.whenArrived(() => {
		if (!isBusy) breakWhereDue().catch(finished.reject);
	});
	return finished.promise;

	async function breakWhereDue(): Promise<void> {
		isBusy = true;
		while ((after[0] ?? Infinity) < post.arrivals.length) {
			after.shift();
			await breakOne();
			if (after.length === 0) finished.resolve();
		}
		isBusy = false;
	}

	async function breakOne(): Promise<void> {
		if (below(kills + cuts) < cuts) {
			cuts--;
			return post.cut(() => setTimeout(below(1500)));
		}
		kills--;
		const running = [0, 1].filter((place) => all.at(place).url !== undefined);
		const place = running[below(running.length)] ?? below(all.count);
		if (below(2) === 0) await setTimeout(below(15));
		return all.kill(place);
	}
}
