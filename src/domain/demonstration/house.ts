/** The fictional company itself: its story, how it is cut up, and what troubles it. */
export const house = {
	name: "Osterkamp Vaal",
	mailDomain: "osterkamp-vaal.example",
	founded: 1889,
	headOffice: "Hamburg",
	workforce: 14_200,
	story: [
		"Wilhelmine Osterkamp took over her late husband's smithy on the Hamburg waterfront in 1889 and built cranes that could turn a full circle, which nobody else's could.",
		"In 1958 her grandson joined the works with the Rotterdam forwarding agency of the Vaal brothers, who had been the cranes' most exacting customers. The company has both made things and moved things ever since.",
		"Today it builds and runs port equipment, freight networks, rail terminals and offshore foundations from twelve cities. It belongs to a foundation and to those who work in it, and plans in decades.",
	],
	enterpriseGoals: [
		"Every yard and terminal runs without diesel within ten years.",
		"Two credible candidates for each of the forty key positions.",
		"A quarter of revenue from services that did not exist five years ago.",
		"Nobody is hurt at work.",
	],
	businessChallenges: [
		"Half of the engineers who can sign off a heavy-lift calculation retire within six years.",
		"Three of the ten largest clients are known well by one person each.",
		"The port systems business is moving from selling cranes to selling availability, and few leaders have run such a contract.",
		"The terminals in Lagos and São Paulo grow faster than leaders can be found for them.",
		"Clients ask for carbon figures for each consignment; the systems were built to weigh, not to account.",
		"Control software from Pune and Shanghai now decides more about a crane than its steel does, and the top of the house comes from steel.",
	],
} as const;

/** From the first step with responsibility to the top, as on the staff list. */
export const gradeScale = [
	"Specialist",
	"Senior Specialist",
	"Manager",
	"Senior Manager",
	"Director",
	"Senior Director",
	"Vice President",
	"Executive Board",
] as const;
export type Grade = (typeof gradeScale)[number];

export type Unit =
	| "Executive Office"
	| "Port Systems"
	| "Freight Networks"
	| "Rail & Terminals"
	| "Offshore & Energy"
	| "Digital & Controls"
	| "Group Finance"
	| "Group People"
	| "Group Strategy & Legal";

/** A seat on the executive board below the chief executive. */
export type BoardSeat = {
	readonly unit: Unit;
	readonly title: string;
	/** Its share of all people. */
	readonly weight: number;
};

export const boardSeats: readonly BoardSeat[] = [
	seat("Port Systems", "President, Port Systems", 22),
	seat("Freight Networks", "President, Freight Networks", 21),
	seat("Rail & Terminals", "President, Rail & Terminals", 18),
	seat("Offshore & Energy", "President, Offshore & Energy", 12),
	seat("Digital & Controls", "Chief Technology Officer", 12),
	seat("Group Finance", "Chief Financial Officer", 6),
	seat("Group People", "Chief People Officer", 5),
	seat("Group Strategy & Legal", "General Counsel and Chief of Strategy", 4),
];

function seat(unit: Unit, title: string, weight: number): BoardSeat {
	return { unit, title, weight };
}
