import type { TemplateKey } from "./template.ts";

/** A matching policy as its JSON document; read-policy.ts of the matching engine reads it. */
export type PolicyDocument = {
	readonly version: 1;
	readonly name: string;
	readonly id: "id";
	readonly columns: Readonly<Record<string, unknown>>;
	readonly capacity: Quantity;
	readonly need: Quantity;
	readonly rules: readonly NamedPart[];
	readonly terms: readonly NamedPart[];
	readonly protected: readonly string[];
};

type Quantity = { readonly column: string; readonly whenEmpty: number };
type NamedPart = {
	readonly name: string;
	readonly compare: string;
	readonly [more: string]: unknown;
};

/** How a mentor's step on the grade scale must stand to the mentee's. */
type Ladder = "mentor-above" | "mentor-below" | "mentor-little-above";

type Emphasis = {
	readonly ladder: Ladder;
	readonly capacity: number;
	/** Points at most for competencies that are sought and offered. */
	readonly competencies: number;
	readonly otherFunction: number;
	readonly otherUnit: number;
	readonly otherLocation: number;
	readonly otherGeneration: number;
	readonly clients: number;
	readonly nearInTime: number;
	/** What each minute between the two clocks takes from that. */
	readonly perMinute: number;
	readonly menteeWishes: readonly number[];
	readonly mentorWishes: readonly number[];
	/** How many minutes the two clocks may be apart. */
	readonly clocksApart: number;
};

/**
 * What each template asks of a pair. Need comes first everywhere; difference of
 * perspective counts most where judgement crosses functions and generations,
 * nearness where people meet often.
 */
const emphases: Readonly<Record<TemplateKey, Emphasis>> = {
	"executive-cross-generation": {
		ladder: "mentor-above",
		capacity: 2,
		competencies: 30,
		otherFunction: 8,
		otherUnit: 4,
		otherLocation: 3,
		otherGeneration: 4,
		clients: 2,
		nearInTime: 6,
		perMinute: 0.01,
		menteeWishes: [10, 7, 5],
		mentorWishes: [6, 4, 3],
		clocksApart: 540,
	},
	"reverse-mentoring": {
		ladder: "mentor-below",
		capacity: 1,
		competencies: 24,
		otherFunction: 6,
		otherUnit: 8,
		otherLocation: 3,
		otherGeneration: 10,
		clients: 0,
		nearInTime: 6,
		perMinute: 0.01,
		menteeWishes: [4, 3, 2],
		mentorWishes: [10, 7, 5],
		clocksApart: 540,
	},
	"succession-cohort": {
		ladder: "mentor-above",
		capacity: 1,
		competencies: 36,
		otherFunction: 5,
		otherUnit: 6,
		otherLocation: 2,
		otherGeneration: 0,
		clients: 3,
		nearInTime: 5,
		perMinute: 0.01,
		menteeWishes: [8, 6, 4],
		mentorWishes: [5, 4, 3],
		clocksApart: 600,
	},
	"first-time-leaders": {
		ladder: "mentor-little-above",
		capacity: 2,
		competencies: 24,
		otherFunction: 2,
		otherUnit: 6,
		otherLocation: 0,
		otherGeneration: 0,
		clients: 0,
		nearInTime: 12,
		perMinute: 0.05,
		menteeWishes: [10, 7, 5],
		mentorWishes: [6, 4, 3],
		clocksApart: 240,
	},
};

/**
 * The policy a program of a template begins with, on an organisation's grade
 * scale (lowest first; fewer than two grades leave grade out of it). It speaks
 * of the person columns, with lists and levels separated by semicolons, and of
 * two more that a round adds from the enrolment: `capacity` and `need`.
 */
export function templatePolicy(
	key: TemplateKey,
	gradeScale: readonly string[],
): PolicyDocument {
	const emphasis = emphases[key];
	const isScaled = gradeScale.length >= 2;
	return {
		version: 1,
		name: policyNames[key],
		id: "id",
		columns: {
			...columns,
			grade: isScaled ? { kind: "scale", values: gradeScale } : "text",
		},
		capacity: { column: "capacity", whenEmpty: emphasis.capacity },
		need: { column: "need", whenEmpty: 1 },
		rules: [
			...hardRules(emphasis.clocksApart),
			...(isScaled ? [gradeRule(emphasis.ladder, gradeScale.length)] : []),
		],
		terms: terms(emphasis),
		protected: [],
	};
}

const policyNames: Readonly<Record<TemplateKey, string>> = {
	"executive-cross-generation": "Executive cross-generation",
	"reverse-mentoring": "Reverse mentoring",
	"succession-cohort": "Succession cohort",
	"first-time-leaders": "First-time leaders",
};

const list = { kind: "list", separator: ";" } as const;
const leveled = { kind: "levels", separator: ";" } as const;

const columns = {
	unit: "text",
	function: "text",
	location: "text",
	"utc offset": "number",
	languages: list,
	line: list,
	generation: "text",
	clients: list,
	industries: list,
	offers: leveled,
	seeks: leveled,
	wishes: list,
	blocked: list,
	past: list,
} as const;

function hardRules(clocksApart: number): readonly NamedPart[] {
	const never = { compare: "named", allowed: "never" } as const;
	return [
		{
			name: "Not in one reporting line",
			compare: "reporting-line",
			column: "line",
		},
		{
			name: "A language in common",
			compare: "overlap",
			column: "languages",
			least: 1,
		},
		{
			name: "Working days that meet",
			compare: "distance",
			column: "utc offset",
			most: clocksApart,
			around: 1440,
		},
		{
			name: "Nobody the mentee must not meet",
			...never,
			side: "mentee",
			column: "blocked",
		},
		{
			name: "Nobody the mentor must not meet",
			...never,
			side: "mentor",
			column: "blocked",
		},
		{ name: "A new pair", ...never, side: "mentee", column: "past" },
	];
}

function gradeRule(ladder: Ladder, grades: number): NamedPart {
	const all = Array.from({ length: grades - 1 }, (_, step) => step + 1);
	switch (ladder) {
		case "mentor-above":
			return { name: "Mentor of a higher grade", ...steps(all) };
		case "mentor-little-above":
			return {
				name: "Mentor one to three grades above",
				...steps(all.slice(0, 3)),
			};
		case "mentor-below":
			return {
				name: "Mentor of a lower grade",
				...steps(all.map((step) => -step)),
			};
	}
}

function steps(allowed: readonly number[]) {
	return { compare: "steps", column: "grade", allowed } as const;
}

function terms(emphasis: Emphasis): readonly NamedPart[] {
	const { nearInTime, perMinute, clients } = emphasis;
	const all: readonly (readonly [number, NamedPart])[] = [
		[
			emphasis.competencies,
			{
				name: "Competencies sought and offered",
				compare: "levels",
				mentor: "offers",
				mentee: "seeks",
				points: { "1": 1, "2": 1.5, "3": 2, "4": 2.5, "5": 3 },
				most: emphasis.competencies,
			},
		],
		different("Another function", "function", emphasis.otherFunction),
		different("Another unit", "unit", emphasis.otherUnit),
		different("Another place", "location", emphasis.otherLocation),
		different("Another generation", "generation", emphasis.otherGeneration),
		shared("Clients both know", "clients", clients),
		shared("Industries both know", "industries", clients / 2),
		[
			nearInTime,
			{
				name: "Near in time zone",
				compare: "distance",
				column: "utc offset",
				points: nearInTime,
				perUnit: perMinute,
				around: 1440,
			},
		],
		wished("Wished for by the mentee", "mentee", emphasis.menteeWishes),
		wished("Wished for by the mentor", "mentor", emphasis.mentorWishes),
	];
	return all.flatMap(([points, term]) => (points > 0 ? [term] : []));
}

function different(
	name: string,
	column: string,
	points: number,
): readonly [number, NamedPart] {
	return [points, { name, compare: "different", column, points }];
}

/** A second thing in common still counts, a fourth does not. */
function shared(
	name: string,
	column: string,
	points: number,
): readonly [number, NamedPart] {
	return [
		points,
		{ name, compare: "overlap", column, points, most: points * 3 },
	];
}

function wished(
	name: string,
	side: "mentor" | "mentee",
	points: readonly number[],
): readonly [number, NamedPart] {
	return [
		points[0] ?? 0,
		{ name, compare: "named", side, column: "wishes", points },
	];
}
