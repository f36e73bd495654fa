// The options that `match` and `assign` share.
import { pointsOf, readDecimal } from "../domain/matching/decimal.ts";
import type { Measure } from "../domain/matching/equity/ratio.ts";
import { MOST_UNITS } from "../domain/matching/policy.ts";
import { t } from "../ui/text.ts";

export const sharedOptions = {
	objective: { type: "string" },
	capacity: { type: "string" },
	needs: { type: "string" },
	measure: { type: "string" },
	ratio: { type: "string" },
	"worst-first": { type: "boolean" },
	stable: { type: "boolean" },
	seed: { type: "string" },
	certificate: { type: "boolean" },
	out: { type: "string" },
	json: { type: "boolean" },
	help: { type: "boolean" },
} as const;

type SharedValues = {
	readonly [Name in keyof typeof sharedOptions]?: string | boolean | undefined;
};

export type MatchingOptions = {
	readonly objective: "people" | "total" | "fair";
	/** Of the objective `fair`: what is compared between groups, and how near they must be, in millionths. */
	readonly measure: Measure;
	readonly ratio: number;
	/** The worst pair as good as can be before the sum. */
	readonly worstFirst: boolean;
	/** Instead of the best plan, one in which no two would both rather have each other. */
	readonly stable: boolean;
	/** One figure for everybody, instead of what the files say. */
	readonly capacity: number | undefined;
	readonly needs: number | undefined;
	readonly seed: string;
	readonly certificate: boolean;
	readonly out: string | undefined;
	readonly json: boolean;
};

export type OptionsReading =
	| { readonly ok: true; readonly options: MatchingOptions }
	/** 1: refused, 2: wrong usage. */
	| { readonly ok: false; readonly code: 1 | 2; readonly message: string };

/** Checks what parseArgs let through. `needs` may be something else than a figure (a file), which the caller has taken out. */
export function readOptions(values: SharedValues): OptionsReading {
	const objective = values.objective ?? "people";
	if (objective !== "total" && objective !== "people" && objective !== "fair")
		return refuse(2, t("--objective must be total, people or fair."));
	const { measure = "access" } = values;
	if (measure !== "access" && measure !== "quality")
		return refuse(2, t("--measure must be access or quality."));
	const ratio = readRatio(values.ratio);
	if (ratio === undefined)
		return refuse(
			2,
			t("--ratio must be a number from 0 to 1 of at most six decimal places."),
		);
	if (
		objective !== "fair" &&
		(values.measure !== undefined || values.ratio !== undefined)
	)
		return refuse(2, t("--measure and --ratio belong to --objective fair."));
	const worstFirst = values["worst-first"] === true;
	if (worstFirst && objective !== "people")
		return refuse(
			2,
			t(
				"--worst-first goes with --objective people alone: the greatest sum fixes no number of pairs, and a ratio weighs them otherwise.",
			),
		);
	const stable = values.stable === true;
	if (stable && (objective !== "people" || worstFirst))
		return refuse(
			2,
			t(
				"--stable goes with --objective people alone: a stable plan follows no other aim.",
			),
		);
	const capacity = readUnits(values.capacity);
	const needs = readUnits(values.needs);
	if (capacity === null)
		return refuse(2, t("--capacity must be a whole number from 0 to 10000."));
	if (needs === null)
		return refuse(2, t("--needs must be a whole number from 0 to 10000."));
	if (values.out === "") return refuse(2, t("--out needs the name of a file."));
	return {
		ok: true,
		options: {
			objective,
			measure,
			ratio,
			worstFirst,
			stable,
			capacity,
			needs,
			seed: String(values.seed ?? ""),
			certificate: values.certificate === true,
			out: values.out === undefined ? undefined : String(values.out),
			json: values.json === true,
		},
	};
}

/** What was asked for, as the fingerprint covers it: only what can change the pairs. */
export function chosenOptions(
	options: MatchingOptions,
): Readonly<Record<string, string | number | boolean>> {
	const { seed, objective, measure, ratio, worstFirst, stable } = options;
	return {
		seed,
		...(objective === "fair" ? { measure, ratio: pointsOf(ratio) } : {}),
		...(worstFirst ? { worstFirst } : {}),
		...(stable ? { stable } : {}),
	};
}

/** Four fifths where nothing is said. */
function readRatio(value: string | boolean | undefined): number | undefined {
	if (value === undefined) return 800_000;
	const reading = readDecimal(String(value));
	return reading.ok && reading.millionths >= 0 && reading.millionths <= 1e6
		? reading.millionths
		: undefined;
}

function refuse(code: 1 | 2, message: string): OptionsReading {
	return { ok: false, code, message };
}

function readUnits(
	value: string | boolean | undefined,
): number | undefined | null {
	if (value === undefined) return undefined;
	const units = /^\d{1,6}$/u.test(String(value)) ? Number(value) : Infinity;
	return units <= MOST_UNITS ? units : null;
}
