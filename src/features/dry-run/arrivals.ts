// Everyone is invited on the first day, or on the day they are first thought of, and answers in their own time.
import { answerToInvitation } from "../../domain/dry-run/behaviour.ts";
import { answerEnrolment } from "../programs/commands/answers.ts";
import { invitePeople } from "../programs/commands/invite.ts";
import { daysAfter, isoDay } from "../programs/day.ts";
import type { MadeUpPerson } from "./made-up-program.ts";
import { as, hour, type Stage } from "./stage.ts";

/** Days until an invitation has to be answered; the first round comes after that. */
export const daysToAccept = 12;

export function planArrivals(stage: Stage, startsAt: number): void {
	const groups = Map.groupBy(
		stage.cast.people.values(),
		({ side, comesOn }) => `${comesOn ?? ""} ${side}`,
	);
	for (const people of groups.values()) {
		const [first] = people;
		if (first === undefined) continue;
		const at =
			first.comesOn === undefined
				? startsAt
				: Date.parse(`${first.comesOn}T08:00:00Z`);
		stage.clockwork.moment(at, () => invite(stage, first.side, people));
	}
}

async function invite(
	stage: Stage,
	side: MadeUpPerson["side"],
	people: readonly MadeUpPerson[],
): Promise<void> {
	const { cast, clockwork, plan, origin } = stage;
	const today = isoDay(new Date(clockwork.now()), plan.organisationZone);
	const ids = people.map(({ id }) => id);
	await as(stage, cast.manager, (tx) =>
		invitePeople(tx, cast.program, ids, {
			side,
			answerBy: daysAfter(today, daysToAccept),
			by: cast.manager,
			origin,
			canMail: true,
		}),
	);
	for (const person of people) {
		const answer = answerToInvitation(plan.seed, person.name);
		if (answer === undefined) continue;
		clockwork.at(clockwork.now() + answer.afterHours * hour, person.id, () =>
			accept(stage, person, answer.act),
		);
	}
}

async function accept(
	stage: Stage,
	{ id, side, capacity, zone }: MadeUpPerson,
	act: "accept" | "decline",
): Promise<void> {
	const { cast, clockwork, origin } = stage;
	await as(stage, id, async (tx) => {
		const enrolment = await tx
			.selectFrom("enrolment")
			.select("id")
			.where("program_id", "=", cast.program)
			.where("person_id", "=", id)
			.where("side", "=", side)
			.executeTakeFirstOrThrow();
		await answerEnrolment(tx, enrolment.id, id, {
			act,
			today: isoDay(new Date(clockwork.now()), zone),
			origin,
			capacity: act === "accept" ? capacity : undefined,
		});
	});
}
