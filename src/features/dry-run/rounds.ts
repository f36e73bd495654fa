// Whoever runs the program pairs at the start, and again as long as somebody waits and places are left.
import { answerToProposal } from "../../domain/dry-run/behaviour.ts";
import { Conflict } from "../../platform/http/refusal.ts";
import { answerProposal } from "../matching/commands/answer.ts";
import { publishRound } from "../matching/commands/publish.ts";
import {
	beginRound,
	savePolicy,
	startRun,
} from "../matching/commands/rounds.ts";
import type { PolicyDocument } from "../matching/policy-document.ts";
import { findRound } from "../matching/queries/rounds.ts";
import { daysAfter, isoDay } from "../programs/day.ts";
import { beginPair } from "./pairs.ts";
import { as, day, hour, note, personOf, type Stage } from "./stage.ts";

/** Who is paired with whom is not what a dry run is about: clocks that are close together are all it looks at. */
const policy: PolicyDocument = {
	version: 1,
	name: "Dry run",
	id: "id",
	columns: { "utc offset": "number" },
	capacity: { column: "capacity", whenEmpty: 0 },
	need: { column: "need", whenEmpty: 0 },
	rules: [],
	terms: [
		{
			name: "Clocks close together",
			compare: "distance",
			column: "utc offset",
			points: 60,
			perUnit: 0.1,
			around: 1440,
		},
	],
};

/** Days between the publishing of a round and the last one for answers. */
const daysToAnswer = 10;
const daysBetweenRounds = 30;

/** A round on this day, and the next one after it. */
export function planRounds(stage: Stage, startsAt: number): void {
	let number = 0;
	const next = (at: number) =>
		stage.clockwork.moment(at, async () => {
			number += 1;
			await holdRound(stage, number);
			next(at + (number < 3 ? 12 : daysBetweenRounds) * day);
		});
	next(startsAt);
}

async function holdRound(stage: Stage, number: number): Promise<void> {
	const { cast, clockwork, plan } = stage;
	const { waiting, places } = await standing(stage);
	if (waiting === 0 || places === 0) return;
	const round = await as(stage, cast.manager, async (tx) => {
		const id = await beginRound(tx, cast.program, cast.manager);
		await savePolicy(
			tx,
			await findRound(tx, { program: cast.program, round: id }),
			policy,
		);
		// Ties are broken by the round's seed, which is drawn: here it follows from the plan's.
		await tx
			.updateTable("round")
			.set({ seed: `${plan.seed}.${number}` })
			.where("id", "=", id)
			.execute();
		await startRun(tx, { program: cast.program, round: id });
		return id;
	});
	// The pairs are computed by a job: it is over at the next stop.
	clockwork.moment(clockwork.now(), () => publish(stage, round, number));
}

async function publish(
	stage: Stage,
	round: string,
	number: number,
): Promise<void> {
	const { cast, clockwork, plan, origin } = stage;
	const today = isoDay(new Date(clockwork.now()), plan.organisationZone);
	const proposals = await as(stage, cast.manager, async (tx) => {
		await publishRound(
			tx,
			{ program: cast.program, round },
			{
				answerBy: daysAfter(today, daysToAnswer),
				note: "Dry run",
				by: cast.manager,
				origin,
			},
		);
		return tx
			.selectFrom("proposal")
			.select(["id", "mentee_id as mentee", "mentor_id as mentor"])
			.where("round_id", "=", round)
			.orderBy("mentee_id")
			.execute();
	});
	for (const { id, mentee, mentor } of proposals)
		for (const person of [mentee, mentor]) {
			const { name } = personOf(stage, person);
			const answer = answerToProposal(plan.seed, {
				round: number,
				person: name,
			});
			if (answer.says === "nothing") continue;
			const { says, afterHours } = answer;
			clockwork.at(clockwork.now() + afterHours * hour, mentor, () =>
				answerOne(stage, { id, person, says }),
			);
		}
}

async function answerOne(
	stage: Stage,
	{
		id,
		person,
		says,
	}: {
		readonly id: string;
		readonly person: string;
		readonly says: "yes" | "not-now";
	},
): Promise<void> {
	try {
		const answered = await as(stage, person, (tx) =>
			answerProposal(tx, {
				proposal: id,
				person,
				answer: says,
				question: null,
				origin: stage.origin,
			}),
		);
		if (answered.now === "agreed")
			await beginPair(stage, answered.relationship);
	} catch (error) {
		if (!(error instanceof Conflict)) throw error;
		note(stage, "overtaken");
	}
}

/** Who waits for a mentor, and how many places are left. */
async function standing(stage: Stage) {
	return as(stage, { process: "pairing" }, async (tx) => {
		const taken = tx
			.selectFrom("relationship_member as member")
			.leftJoin(
				"relationship_ending as ending",
				"ending.relationship_id",
				"member.relationship_id",
			)
			.select((row) => [
				"member.person_id as person",
				row.fn.countAll<string>().as("count"),
			])
			.where("ending.ended_at", "is", null)
			.groupBy("member.person_id");
		const rows = await tx
			.selectFrom("enrolment")
			.leftJoin(taken.as("taken"), "taken.person", "enrolment.person_id")
			.select(["side", "capacity", "taken.count as taken"])
			.where("status", "=", "enrolled")
			.execute();
		const left = (side: "mentor" | "mentee") =>
			rows
				.filter((row) => row.side === side)
				.reduce(
					(sum, { capacity, taken }) => sum + capacity - Number(taken ?? 0),
					0,
				);
		return { waiting: left("mentee"), places: left("mentor") };
	});
}
