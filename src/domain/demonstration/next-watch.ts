import { charterFrom } from "../programs/template.ts";
import { templatePolicy } from "../programs/template-policies.ts";
import { successionCohort } from "../programs/templates/succession-cohort.ts";
import { type Chance, chance } from "./chance.ts";
import { type Answer, applied, invited, nominated } from "./enrolling.ts";
import { gradeScale, house } from "./house.ts";
import { admitted, canMeet, type Company } from "./participants.ts";
import type { DemonstrationPerson } from "./person.ts";
import type { DemonstrationProgram, Enrolment } from "./program.ts";

/** The program that is about to be paired: the answers are in, the round is not run. */
export function nextWatch(
	company: Company,
	busy: ReadonlySet<string>,
	seed: number,
): DemonstrationProgram {
	const dice = chance(seed, "next watch");
	const template = successionCohort;
	const { mentor, mentee } = template.eligibility(gradeScale);
	const mentors = mentorsOf(company, dice);
	const mentees = menteesOf(company, mentors, busy, dice);
	return {
		key: "next-watch",
		name: "Next Watch",
		template: template.key,
		kind: "one-to-one",
		status: "open",
		charter: {
			...charterFrom(template, "en"),
			enterpriseGoals: house.enterpriseGoals.slice(1, 3),
			businessChallenges: house.businessChallenges.slice(2, 6),
		},
		eligibility: { mentor, mentee },
		policy: templatePolicy(template.key, gradeScale),
		createdOn: company.today.subtract({ days: 71 }).toString(),
		openedOn: company.today.subtract({ days: 40 }).toString(),
		enrolments: [...mentors, ...mentees],
		relationships: [],
		wishes: wishes(company, mentors, mentees, dice),
		blocked: blocked(company, mentors, mentees, dice),
	};
}

const usualAnswers: readonly (readonly [Answer, number])[] = [
	[{ status: "enrolled" }, 70],
	[{ status: "enrolled", paused: true }, 4],
	[{ status: "declined" }, 11],
	[{ status: "invited" }, 13],
	[{ status: "withdrawn" }, 2],
];

/** Ingrid and Tomás, and most of those who could be mentors. */
function mentorsOf(company: Company, dice: Chance): readonly Enrolment[] {
	const { mentor } = successionCohort.eligibility(gradeScale);
	const asked = admitted(mentor, company, dice).filter(
		({ manager, leftOn }) => manager !== undefined && leftOn === undefined,
	);
	const most = Math.min(60, Math.ceil(asked.length * 0.8));
	const chosen = asked.slice(0, most);
	return [
		...castPeople(company, ["mentor", "second-mentor"]).map((person, index) =>
			invited(
				company,
				person,
				"mentor",
				{ status: "enrolled" },
				2 - index,
				dice,
			),
		),
		...chosen.map((person) =>
			invited(
				company,
				person,
				"mentor",
				dice.weigh(usualAnswers),
				dice.weigh([
					[1, 7],
					[2, 3],
				]),
				dice,
			),
		),
	];
}

/** Wei and Jola, and half as many again as there are places: some will wait. */
function menteesOf(
	company: Company,
	mentors: readonly Enrolment[],
	busy: ReadonlySet<string>,
	dice: Chance,
): readonly Enrolment[] {
	const { mentee } = successionCohort.eligibility(gradeScale);
	const places = mentors.reduce(
		(sum, one) => sum + (one.status === "enrolled" ? one.capacity : 0),
		0,
	);
	const mentoring = new Set(mentors.map(({ person }) => person));
	const free = admitted(mentee, company, dice).filter(
		({ employeeNumber, leftOn }) =>
			leftOn === undefined &&
			!mentoring.has(employeeNumber) &&
			!busy.has(employeeNumber),
	);
	const wanted = Math.min(free.length, Math.round(places * 1.9));
	return [
		...castPeople(company, ["mentee"]).map((wei) =>
			applied(company, wei, "enrolled", dice),
		),
		...castPeople(company, ["second-mentee"]).map((jola) =>
			nominated(company, jola, "enrolled", jolasReason, dice),
		),
		...free
			.slice(0, wanted)
			.map((person) => menteeEnrolment(company, person, dice)),
	];
}

function menteeEnrolment(
	company: Company,
	person: DemonstrationPerson,
	dice: Chance,
): Enrolment {
	const path = dice.weigh([
		["invited", 58],
		["applied", 24],
		["nominated", 18],
	]);
	if (path === "applied") {
		const status = dice.weigh<Enrolment["status"]>([
			["enrolled", 60],
			["applied", 22],
			["waiting", 12],
			["not-admitted", 6],
		]);
		return applied(company, person, status, dice);
	}
	if (path === "nominated") {
		const status = dice.happens(0.65) ? "enrolled" : "nominated";
		return nominated(company, person, status, dice.pick(reasons), dice);
	}
	const answer = dice.happens(0.08)
		? ({ status: "waiting" } as const)
		: dice.weigh(usualAnswers);
	return invited(company, person, "mentee", answer, 1, dice);
}

const jolasReason =
	"Replanned the yard around the blockade in four days, then taught two other yards how it was done. Ready to see how decisions above a terminal are made.";

const reasons = [
	"Has stood in for a director twice, for months, without the title.",
	"The clients already call here first.",
	"Would be a candidate for two key positions with more sight of finance.",
	"Leads the most difficult team in the unit and has kept it together.",
	"Has grown within one function only; the next step needs a wider view.",
	"Solved a problem three others had passed on, and shared the credit.",
	"Is sought after by two other units; I would rather let go than hold back.",
];

/** About a third of the mentees name up to three mentors, some mentors a mentee. */
function wishes(
	company: Company,
	mentors: readonly Enrolment[],
	mentees: readonly Enrolment[],
	dice: Chance,
) {
	const known = new Map(company.people.map((one) => [one.employeeNumber, one]));
	const named = (
		from: readonly Enrolment[],
		to: readonly Enrolment[],
		most: number,
	) =>
		from.filter(isIn).flatMap(({ person }) => {
			if (!dice.happens(most > 1 ? 0.35 : 0.2)) return [];
			const one = known.get(person);
			const open = to.filter((other) => {
				const them = known.get(other.person);
				return (
					isIn(other) &&
					one !== undefined &&
					them !== undefined &&
					canMeet(company, one, them)
				);
			});
			return dice
				.some(open, dice.whole(1, most))
				.map((other) => ({ person, wished: other.person }));
		});
	return [...named(mentees, mentors, 3), ...named(mentors, mentees, 1)];
}

/** Two pairs who must not be brought together; why is nobody's business. */
function blocked(
	{ members }: Company,
	mentors: readonly Enrolment[],
	mentees: readonly Enrolment[],
	dice: Chance,
) {
	const open = (from: readonly Enrolment[]) =>
		dice.some(
			from.filter((one) => isIn(one) && !members.has(one.person)),
			2,
		);
	const others = open(mentors);
	return open(mentees).flatMap(({ person }, index) => {
		const other = others[index]?.person;
		return other === undefined ? [] : [{ person, other }];
	});
}

function isIn({ status }: Enrolment): boolean {
	return status === "enrolled";
}

function castPeople(
	{ cast }: Company,
	roles: readonly ("mentor" | "second-mentor" | "mentee" | "second-mentee")[],
): readonly DemonstrationPerson[] {
	return roles.flatMap((role) => cast.get(role) ?? []);
}
