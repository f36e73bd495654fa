/** The ways of meeting a program may offer; the same words as a relationship's kind. */
export const programFormats = [
	"one-to-one",
	"reverse",
	"peer",
	"circle",
	"flash",
	"shadowing",
	"sponsorship",
] as const;
export type ProgramFormat = (typeof programFormats)[number];

export const cadences = [
	"two-weeks",
	"month",
	"six-weeks",
	"quarter",
	"own",
] as const;
export type Cadence = (typeof cadences)[number];

/** What a program is for and how it runs, in the words its participants read. */
export type Charter = {
	readonly purpose: string;
	readonly enterpriseGoals: readonly string[];
	readonly businessChallenges: readonly string[];
	readonly formats: readonly ProgramFormat[];
	readonly cadence: Cadence;
	readonly sessionMinutes: number;
	readonly lengthMonths: number;
	readonly schedulingNorms: readonly string[];
	/** After how many months participants are asked how it goes; the last is the closing. */
	readonly evaluationMonths: readonly number[];
	/** In how many weeks each member is asked once, alone, how it goes. */
	readonly pulseWeeks: number;
};

export type CharterVersion = {
	readonly version: number;
	readonly charter: Charter;
};

export type CharterProblem = {
	readonly field: keyof Charter;
	readonly why: "missing" | "too-long" | "out-of-range" | "after-the-end";
};

/** What a charter says that was written before it could be chosen. */
export const usualPulseWeeks = 6;
export const pulseWeeksRange = { least: 4, most: 13 } as const;

export const longestCharterText = 4_000;
export const mostCharterLines = 12;

/** What keeps a charter from being adopted, each at its field. */
export function checkCharter(charter: Charter): readonly CharterProblem[] {
	const problems: CharterProblem[] = [];
	const find = (
		field: keyof Charter,
		why: CharterProblem["why"],
		wrong: boolean,
	) => {
		if (wrong) problems.push({ field, why });
	};
	find("purpose", "missing", charter.purpose.trim() === "");
	find("purpose", "too-long", charter.purpose.length > longestCharterText);
	for (const field of listFields) {
		const lines = charter[field];
		find(field, "missing", lines.length === 0 || lines.some(isBlank));
		find(field, "too-long", isTooLong(lines));
	}
	find("formats", "missing", charter.formats.length === 0);
	const { sessionMinutes, lengthMonths, evaluationMonths } = charter;
	find("sessionMinutes", "out-of-range", !isWithin(sessionMinutes, 10, 480));
	find("lengthMonths", "out-of-range", !isWithin(lengthMonths, 1, 60));
	const tooEarly = evaluationMonths.some((month) => !isWithin(month, 1, 61));
	find("evaluationMonths", "out-of-range", tooEarly);
	// One month of grace: the closing survey may follow the last meeting.
	const late = evaluationMonths.some((month) => month > lengthMonths + 1);
	find("evaluationMonths", "after-the-end", late);
	const { least, most } = pulseWeeksRange;
	find(
		"pulseWeeks",
		"out-of-range",
		!isWithin(charter.pulseWeeks, least, most),
	);
	return problems;
}

/**
 * The version that follows when a draft is adopted. Earlier versions stay as
 * they were; a draft that says the same makes none.
 */
export function nextCharter(
	current: CharterVersion,
	draft: Charter,
):
	| { readonly ok: true; readonly next: CharterVersion }
	| { readonly ok: false; readonly why: "nothing-changed" }
	| {
			readonly ok: false;
			readonly why: "incomplete";
			readonly problems: readonly CharterProblem[];
	  } {
	const problems = checkCharter(draft);
	if (problems.length > 0) return { ok: false, why: "incomplete", problems };
	if (changedFields(current.charter, draft).length === 0) {
		return { ok: false, why: "nothing-changed" };
	}
	const version = current.version + 1;
	return { ok: true, next: { version, charter: draft } };
}

/** The fields in which two charters differ, in the order a reader meets them. */
export function changedFields(
	before: Charter,
	after: Charter,
): readonly (keyof Charter)[] {
	return charterFields.filter(
		(field) => written(before[field]) !== written(after[field]),
	);
}

const listFields = [
	"enterpriseGoals",
	"businessChallenges",
	"schedulingNorms",
] as const;

const charterFields = [
	"purpose",
	"enterpriseGoals",
	"businessChallenges",
	"formats",
	"cadence",
	"sessionMinutes",
	"lengthMonths",
	"schedulingNorms",
	"evaluationMonths",
	"pulseWeeks",
] as const satisfies readonly (keyof Charter)[];

function isBlank(line: string): boolean {
	return line.trim() === "";
}

function isTooLong(lines: readonly string[]): boolean {
	return (
		lines.length > mostCharterLines ||
		lines.some((line) => line.length > longestCharterText)
	);
}

function isWithin(value: number, low: number, high: number): boolean {
	return Number.isInteger(value) && value >= low && value <= high;
}

function written(value: Charter[keyof Charter]): string {
	return JSON.stringify(value);
}
