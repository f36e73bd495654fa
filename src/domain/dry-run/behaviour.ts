// What made-up people do, drawn from a seed: the same seed and the same question have the same answer, in whatever order they are asked.
import { chance } from "../demonstration/chance.ts";
import { assumptions } from "./assumptions.ts";

export type Side = "mentor" | "mentee";

export type ProposalAnswer =
	| { readonly says: "yes" | "not-now"; readonly afterHours: number }
	| { readonly says: "nothing" };

/** What somebody answers when they are invited to the program. */
export function answerToInvitation(seed: number, person: string) {
	const dice = chance(seed, "invitation", person);
	const drawn = dice.fraction();
	const afterHours = dice.whole(1, 10 * 24);
	const { accepts, declines } = assumptions;
	if (drawn < accepts) return { act: "accept", afterHours } as const;
	return drawn < accepts + declines
		? ({ act: "decline", afterHours } as const)
		: undefined;
}

/** What somebody answers to the proposal of a pair. */
export function answerToProposal(
	seed: number,
	{ round, person }: { readonly round: number; readonly person: string },
): ProposalAnswer {
	const dice = chance(seed, "proposal", String(round), person);
	const drawn = dice.fraction();
	const afterHours = dice.whole(2, assumptions.daysToAnswer * 24);
	if (drawn < assumptions.saysYes) return { says: "yes", afterHours };
	return drawn < assumptions.saysYes + assumptions.saysNotNow
		? { says: "not-now", afterHours }
		: { says: "nothing" };
}

export type Temper = {
	/** Days from the beginning until they look for a first date. */
	readonly firstDateAfter: number;
	/** Days from the beginning after which nobody says or writes anything any more. */
	readonly silentAfter: number | undefined;
	/** Days from the beginning after which it ends. */
	readonly endsAfter: number | undefined;
};

/** How a relationship goes as a whole. `pair` names it in the same way in every run. */
export function temperOf(seed: number, pair: string): Temper {
	const dice = chance(seed, "pair", pair);
	const falls = dice.happens(assumptions.fallsSilent);
	const ends = dice.happens(assumptions.endsEarly);
	return {
		firstDateAfter: dice.whole(1, assumptions.daysToFirstDate),
		silentAfter: falls ? dice.whole(70, 250) : undefined,
		endsAfter: ends ? dice.whole(60, 300) : undefined,
	};
}

export type WriteUpFate = {
	readonly by: Side;
	/** After the session's end. */
	readonly afterHours: number;
	/** Days from the write-up on which a commitment is due; undefined: none. */
	readonly promiseDays: number | undefined;
};

export type SessionFate = {
	readonly answers: Readonly<Record<Side, number | undefined>>;
	readonly turn:
		| {
				readonly kind: "moved" | "called-off";
				readonly by: Side;
				readonly hoursBefore: number;
		  }
		| undefined;
	readonly isMissed: boolean;
	readonly writeUps: readonly WriteUpFate[];
};

/** What becomes of one session; `day` is the one it was first booked for. */
export function fateOf(seed: number, pair: string, day: string): SessionFate {
	const dice = chance(seed, "session", pair, day);
	const answer = () => {
		const hours = dice.whole(1, 96);
		return dice.happens(assumptions.answersInvitation) ? hours : undefined;
	};
	const answers = { mentor: answer(), mentee: answer() };
	const drawn = dice.fraction();
	const by = dice.pick(["mentor", "mentee"] as const);
	const hoursBefore = dice.whole(20, 120);
	const isMissed = dice.happens(assumptions.missed);
	const writeUp = (writer: Side, share: number): WriteUpFate[] => {
		const afterHours = dice.whole(1, 60);
		const days = dice.whole(7, 28);
		const writes = dice.happens(share);
		const promises = dice.happens(assumptions.promises);
		return writes
			? [{ by: writer, afterHours, promiseDays: promises ? days : undefined }]
			: [];
	};
	const { moved, calledOff } = assumptions;
	return {
		answers,
		turn:
			drawn < moved
				? { kind: "moved", by, hoursBefore }
				: drawn < moved + calledOff
					? { kind: "called-off", by, hoursBefore }
					: undefined,
		isMissed,
		writeUps: [
			...writeUp("mentee", assumptions.menteeWritesUp),
			...writeUp("mentor", assumptions.mentorWritesUp),
		],
	};
}

/** What becomes of a promise on its day. */
export function promiseKept(
	seed: number,
	pair: string,
	day: string,
): "done" | "moved-on" | "left" {
	const drawn = chance(seed, "promise", pair, day).fraction();
	if (drawn < assumptions.done) return "done";
	return drawn < assumptions.done + assumptions.movedOn ? "moved-on" : "left";
}
