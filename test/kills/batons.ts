// Several Batons on one database, killed whatever they are at and started again.
import { setTimeout } from "node:timers/promises";
import type { Chance } from "../chance.ts";
import { Client } from "../client.ts";
import type { TestDatabase } from "../database.ts";
import { start } from "../process.ts";

export type Batons = ReturnType<typeof batons>;

export type Place = {
	readonly running: ReturnType<typeof start>;
	/** Where it answers; undefined while it starts. */
	url: string | undefined;
	isToEnd: boolean;
};

/** Two of them: while one is killed and starts again, the other serves. */
export function batons(
	{ application, owner }: TestDatabase["logins"],
	smtpUrl: string,
	afterKill: () => Promise<void> = async () => {},
) {
	/** What one said that ended without being told to. */
	const crashes: string[] = [];
	const kills: Date[] = [];
	// One after the other: nobody is killed twice, or forgotten.
	let turn = Promise.resolve();
	const environment = {
		DATABASE_URL: application,
		DATABASE_OWNER_URL: owner,
		SMTP_URL: smtpUrl,
	};
	const places = [begin(), begin()];

	function begin(): Place {
		const place: Place = {
			running: start(environment),
			url: undefined,
			isToEnd: false,
		};
		place.running.ready.then(
			(url) => {
				place.url = url;
			},
			() => {},
		);
		void place.running.ended.then(({ code, said }) => {
			if (!place.isToEnd) crashes.push(`${code}: ${said.slice(-500)}`);
		});
		return place;
	}

	const at = (number: number): Place => {
		const place = places[number];
		if (place === undefined) throw new RangeError(`no Baton ${number}`);
		return place;
	};

	async function kill(number: number): Promise<void> {
		const place = at(number);
		place.isToEnd = true;
		place.url = undefined;
		kills.push(new Date());
		await place.running.kill();
		await afterKill();
		places[number] = begin();
	}

	return {
		count: places.length,
		crashes,
		/** When each kill was. */
		kills,
		at,
		ready: () => Promise.all(places.map(({ running }) => running.ready)),
		/** One that answers; waits while none does. */
		address: async (chance: Chance): Promise<string> => {
			for (;;) {
				const urls = places.flatMap(({ url }) => url ?? []);
				if (urls.length > 0) return chance.of(urls);
				if (crashes.length > 0) throw new Error(crashes[0]);
				await setTimeout(20);
			}
		},
		/** Kills the one in this place as a power cut would, and starts another there. */
		kill: (number: number): Promise<void> => {
			turn = turn.then(() => kill(number));
			return turn;
		},
		stop: async (): Promise<void> => {
			for (const place of places) place.isToEnd = true;
			await Promise.all(places.map(({ running }) => running.stop()));
		},
	};
}

/** A browser that speaks to whichever Baton answers at that moment, and goes nowhere by itself. */
export function wanderer(all: Batons, chance: Chance, token: string): Client {
	return new Client(
		{
			request: async (input, init) => {
				const base = await all.address(chance);
				return fetch(
					new URL(input instanceof Request ? input.url : input, base),
					{ ...init, redirect: "manual", signal: AbortSignal.timeout(60_000) },
				);
			},
		},
		token,
	);
}
