// Two who said yes: they look for a first date, some fall silent, some end.
import {
	type Side,
	type Temper,
	temperOf,
} from "../../domain/dry-run/behaviour.ts";
import { Conflict } from "../../platform/http/refusal.ts";
import { isoDay } from "../programs/day.ts";
import { endRelationship } from "../relationships/endings/commands.ts";
import { bookSession } from "../sessions/commands/book.ts";
import { findCompany } from "../relationships/company-queries.ts";
import { habitOf } from "../sessions/queries/company.ts";
import { proposalsFor } from "../sessions/queries/proposals.ts";
import { as, day, type Life, note, personOf, type Stage } from "./stage.ts";

export type Pair = {
	readonly id: string;
	readonly mentor: string;
	readonly mentee: string;
	/** The same in every run. */
	readonly name: string;
	readonly zone: string;
	readonly temper: Temper;
	readonly began: number;
};

const pairs = new WeakMap<Life, Map<string, Pair>>();

export function pairsOn(life: Life): Map<string, Pair> {
	const found = pairs.get(life) ?? new Map<string, Pair>();
	pairs.set(life, found);
	return found;
}

/** Two have said yes. */
export async function beginPair(stage: Stage, id: string): Promise<void> {
	const { clockwork, plan } = stage;
	const { mentor, mentee } = await as(
		stage,
		{ process: "pairing" },
		async (tx) => {
			const members = await tx
				.selectFrom("relationship_member")
				.select(["person_id as person", "side"])
				.where("relationship_id", "=", id)
				.execute();
			const of = (side: Side) =>
				members.find((member) => member.side === side)?.person ?? "";
			return { mentor: of("mentor"), mentee: of("mentee") };
		},
	);
	const name = `${personOf(stage, mentor).name} ${personOf(stage, mentee).name}`;
	live(stage, {
		id,
		mentor,
		mentee,
		name,
		zone: personOf(stage, mentee).zone,
		temper: temperOf(plan.seed, name),
		began: clockwork.now(),
	});
}

/** From its beginning on a pair looks for a date, and may end. */
export function live(life: Life, pair: Pair): void {
	const { id, mentee, began } = pair;
	pairsOn(life).set(id, pair);
	const { firstDateAfter, endsAfter } = pair.temper;
	acting(life, pair, began + firstDateAfter * day, () => bookFirst(life, pair));
	if (endsAfter !== undefined)
		acting(life, pair, began + endsAfter * day, () =>
			as(life, mentee, (tx) =>
				endRelationship(tx, id, {
					by: mentee,
					today: isoDay(new Date(life.clockwork.now()), pair.zone),
				}),
			),
		);
}

// What somebody did first is not the other's mistake: it is counted, and nothing is done.
export function acting(
	life: Life,
	{ mentor }: Pair,
	time: number,
	act: () => Promise<void>,
): void {
	life.clockwork.at(time, mentor, async () => {
		try {
			await act();
		} catch (error) {
			if (!(error instanceof Conflict)) throw error;
			note(life, "overtaken");
		}
	});
}

export function isSilent(
	{ clockwork }: Life,
	{ temper, began }: Pair,
): boolean {
	return (
		temper.silentAfter !== undefined &&
		clockwork.now() > began + temper.silentAfter * day
	);
}

async function bookFirst(life: Life, pair: Pair): Promise<void> {
	const { clockwork } = life;
	const { id, mentee, mentor } = pair;
	const isBooked = await as(life, mentee, async (tx) => {
		const company = await findCompany(tx, id, mentee);
		if (!company.isRunning) return true;
		const { minutes, format } = await habitOf(tx, company);
		const found = await proposalsFor(tx, {
			members: [mentor, mentee],
			minutes,
			now: clockwork.now(),
		});
		const slot = found.ok ? found.slots[0] : undefined;
		if (slot === undefined) return false;
		await bookSession(tx, company, {
			format,
			minutes,
			startsAt: slot.from,
			zone: pair.zone,
			by: mentee,
			now: clockwork.now(),
		});
		return true;
	});
	if (isBooked) return;
	note(life, "no-common-time");
	acting(life, pair, clockwork.now() + 7 * day, () => bookFirst(life, pair));
}
