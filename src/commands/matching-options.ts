// The options that `match` and `assign` share.
import { MOST_UNITS } from "../domain/matching/policy.ts";
import type { Objective } from "../domain/matching/problem.ts";
import { t } from "../ui/text.ts";

export const sharedOptions = {
	objective: { type: "string" },
	capacity: { type: "string" },
	needs: { type: "string" },
	measure: { type: "string" },
	ratio: { type: "string" },
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
	readonly objective: Objective;
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
	if (objective === "fair")
		return refuse(
			1,
			t("The objective “fair” is not available yet; “total” and “people” are."),
		);
	if (objective !== "total" && objective !== "people")
		return refuse(2, t("--objective must be total, people or fair."));
	if (values.measure !== undefined || values.ratio !== undefined)
		return refuse(2, t("--measure and --ratio belong to --objective fair."));
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
			capacity,
			needs,
			seed: String(values.seed ?? ""),
			certificate: values.certificate === true,
			out: values.out === undefined ? undefined : String(values.out),
			json: values.json === true,
		},
	};
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
