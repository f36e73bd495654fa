import type { Grade, Unit } from "./house.ts";
import type { City } from "./places.ts";
import type { Trade } from "./trades.ts";
import type { Desk } from "./tree.ts";

export const castRoles = [
	"program-manager",
	"sponsor",
	"mentor",
	"second-mentor",
	"mentee",
	"second-mentee",
	"line-manager",
	"coordinator",
	"facilitator",
	"analyst",
	"committee-member",
	"administrator",
] as const;
export type CastRole = (typeof castRoles)[number];

/** Someone with a fixed name and story, the same in every company. */
export type CastMember = {
	readonly role: CastRole;
	readonly firstName: string;
	readonly lastName: string;
	readonly fullName: string;
	readonly gender: "woman" | "man";
	readonly age: number;
	/** Years with the company. */
	readonly years: number;
	readonly city: City;
	readonly languages: readonly string[];
	readonly grade: Grade;
	readonly trade: Trade;
	readonly title: string;
	readonly experience: string;
	/** Where in the tree they sit; the first desk that fits and is free. */
	readonly unit: Unit;
	readonly depth: number;
	readonly leads: boolean;
};

export const cast: readonly CastMember[] = [
	{
		role: "sponsor",
		...called("Amara", "Okonkwo", "woman", 54, 21),
		city: "Lagos",
		languages: ["en", "ig"],
		grade: "Executive Board",
		trade: general("Rail & Terminals"),
		title: "President, Rail & Terminals",
		experience:
			"Began as a shift planner in Apapa. Brought the Lagos terminal from paper to a twelve-minute truck turn, and has led the division since.",
		unit: "Rail & Terminals",
		depth: 1,
		leads: true,
	},
	{
		role: "mentor",
		...called("Ingrid", "Halvorsen", "woman", 57, 26),
		city: "Hamburg",
		languages: ["no", "de", "en"],
		grade: "Vice President",
		trade: {
			function: "Engineering",
			discipline: "Structural engineering",
			practitioner: "Structural Engineer",
		},
		title: "Vice President, Engineering, Port Systems",
		experience:
			"Signed off the first all-electric ship-to-shore crane after stopping it twice. Talks more readily about the two stops.",
		unit: "Port Systems",
		depth: 2,
		leads: true,
	},
	{
		role: "second-mentor",
		...called("Tomás", "Figueiredo", "man", 51, 17),
		city: "Porto",
		languages: ["pt", "es", "en"],
		grade: "Senior Director",
		trade: {
			function: "Commercial",
			discipline: "Key accounts",
			practitioner: "Key Account Adviser",
		},
		title: "Senior Director, Commercial",
		experience:
			"Kept three clients through the rate collapse by telling them first. Negotiated the longest terminal contract the company has.",
		unit: "Freight Networks",
		depth: 2,
		leads: true,
	},
	{
		role: "mentee",
		firstName: "Wei",
		lastName: "Chen",
		fullName: "Chen Wei",
		gender: "man",
		age: 37,
		years: 9,
		city: "Shanghai",
		languages: ["zh", "en", "de"],
		grade: "Senior Manager",
		trade: {
			function: "Technology",
			discipline: "Control systems",
			practitioner: "Control Systems Engineer",
		},
		title: "Senior Manager, Control Systems",
		experience:
			"Built the team that writes the control software of the newest cranes; before that two years at the yard in Hamburg.",
		unit: "Digital & Controls",
		depth: 2,
		leads: true,
	},
	{
		role: "line-manager",
		...called("Marek", "Zieliński", "man", 47, 15),
		city: "Gdańsk",
		languages: ["pl", "en"],
		grade: "Director",
		trade: {
			function: "Operations",
			discipline: "Terminal operations",
			practitioner: "Terminal Planner",
		},
		title: "Director, Terminal Operations",
		experience:
			"Opened the eastern quay in Gdańsk. Has sent four of his planners on to run terminals elsewhere.",
		unit: "Rail & Terminals",
		depth: 2,
		leads: true,
	},
	{
		role: "second-mentee",
		...called("Jola", "Wiśniewska", "woman", 35, 8),
		city: "Gdańsk",
		languages: ["pl", "en", "uk"],
		grade: "Senior Manager",
		trade: {
			function: "Operations",
			discipline: "Terminal operations",
			practitioner: "Terminal Planner",
		},
		title: "Principal Terminal Planner",
		experience:
			"Replanned the rail yard around a blockade in four days, and wrote down how.",
		unit: "Rail & Terminals",
		depth: 3,
		leads: false,
	},
	{
		role: "program-manager",
		...called("Ruth", "Wanjiru", "woman", 44, 11),
		city: "Hamburg",
		languages: ["en", "sw", "de"],
		grade: "Director",
		trade: {
			function: "People",
			discipline: "Leadership development",
			practitioner: "Development Adviser",
		},
		title: "Director, Leadership Development",
		experience:
			"Taught mathematics in Nakuru, then ran training for the terminals in East Africa. Runs the mentoring programs of the group.",
		unit: "Group People",
		depth: 2,
		leads: true,
	},
	{
		role: "facilitator",
		...called("Denise", "Tremblay", "woman", 49, 10),
		city: "Montréal",
		languages: ["fr", "en"],
		grade: "Senior Manager",
		trade: {
			function: "People",
			discipline: "Leadership development",
			practitioner: "Development Adviser",
		},
		title: "Principal Development Adviser",
		experience:
			"Mediated works-council talks for years before turning to coaching. Sees people who ask, and nobody else.",
		unit: "Group People",
		depth: 3,
		leads: false,
	},
	{
		role: "analyst",
		...called("Priya", "Deshmukh", "woman", 33, 6),
		city: "Pune",
		languages: ["mr", "hi", "en"],
		grade: "Manager",
		trade: {
			function: "People",
			discipline: "People analytics",
			practitioner: "People Analyst",
		},
		title: "Lead People Analyst",
		experience:
			"Statistician by training; found the error in the old pay-gap report and published the correction.",
		unit: "Group People",
		depth: 3,
		leads: false,
	},
	{
		role: "coordinator",
		...called("Camila", "Duarte", "woman", 41, 12),
		city: "São Paulo",
		languages: ["pt", "en", "es"],
		grade: "Manager",
		trade: {
			function: "People",
			discipline: "Talent and succession",
			practitioner: "Talent Adviser",
		},
		title: "Lead Talent Adviser",
		experience:
			"Former editor. Collected the stories of the Santos yard before the last of its builders retired.",
		unit: "Group People",
		depth: 3,
		leads: false,
	},
	{
		role: "committee-member",
		...called("Sabine", "Hinrichs", "woman", 58, 29),
		city: "Hamburg",
		languages: ["de", "en"],
		grade: "Executive Board",
		trade: general("Group People"),
		title: "Chief People Officer",
		experience:
			"Came as a young labour lawyer, sat across the table from the works council for a decade and is still on good terms with it.",
		unit: "Group People",
		depth: 1,
		leads: true,
	},
	{
		role: "administrator",
		...called("Piet", "van der Laan", "man", 39, 7),
		city: "Rotterdam",
		languages: ["nl", "en", "de"],
		grade: "Manager",
		trade: {
			function: "Technology",
			discipline: "Platform operations",
			practitioner: "Platform Engineer",
		},
		title: "Lead Platform Engineer",
		experience:
			"Runs the systems nobody notices until they stop. Prefers it that way.",
		unit: "Digital & Controls",
		depth: 3,
		leads: false,
	},
];

/** Gives every member of the cast a desk, by desk number. Jola sits below Marek. */
export function seatCast(
	desks: readonly Desk[],
): ReadonlyMap<number, CastMember> {
	const seated = new Map<number, CastMember>();
	for (const member of cast) {
		const desk = desks.find(
			(one) =>
				!seated.has(one.number) &&
				one.unit === member.unit &&
				one.depth === member.depth &&
				one.reports > 0 === member.leads &&
				(member.role !== "second-mentee" ||
					seated.get(one.above ?? 0)?.role === "line-manager"),
		);
		if (desk === undefined) throw new Error(`no desk for ${member.fullName}`);
		seated.set(desk.number, member);
	}
	return seated;
}

function called(
	firstName: string,
	lastName: string,
	gender: "woman" | "man",
	age: number,
	years: number,
) {
	const fullName = `${firstName} ${lastName}`;
	return { firstName, lastName, fullName, gender, age, years };
}

function general(unit: Unit): Trade {
	return {
		function: unit === "Group People" ? "People" : "General Management",
		discipline: "Executive leadership",
		practitioner: "",
	};
}
