import type { CustomField } from "../../../domain/people/custom-field.ts";
import {
	type ColumnGuess,
	guessMapping,
} from "../../../domain/people/guess-mapping.ts";
import type { Mapping, Target } from "../../../domain/people/mapping.ts";
import type { FileLook } from "./file-look.ts";

export type FirstMapping = {
	readonly mapping: Mapping;
	/** In the order of the columns. */
	readonly guesses: readonly ColumnGuess[];
};

/**
 * What a file's columns probably mean: as in the mapping somebody chose for it, column by column where it only fits in part; else as in
 * a kept one with just these columns; else by their names and values.
 */
export function firstMapping(
	look: FileLook,
	known: {
		readonly customFields: readonly CustomField[];
		readonly saved: readonly Mapping[];
		readonly chosen: Mapping | null;
	},
): FirstMapping {
	const headers = look.columns.map(({ header }) => header);
	const guess = guessMapping(headers, sampleRows(look), {
		customFields: known.customFields,
		saved: known.chosen === null ? known.saved : [],
	});
	if (known.chosen === null)
		return {
			guesses: guess.columns,
			mapping: settled(guess.mapping, known.customFields),
		};
	const chosen = new Map(
		known.chosen.columns.map((column) => [column.header, column]),
	);
	const guesses = guess.columns.map((column): ColumnGuess => {
		const own = chosen.get(column.header);
		return own === undefined
			? column
			: { ...column, target: own.target, confidence: 1, by: "saved" };
	});
	const columns = guesses.map(
		({ header, target }) => chosen.get(header) ?? { header, target },
	);
	return {
		guesses,
		mapping: settled({ ...known.chosen, columns }, known.customFields),
	};
}

/** A field that a kept mapping declares may have come into being since. */
function settled(mapping: Mapping, fields: readonly CustomField[]): Mapping {
	const known = new Set(fields.map(({ key }) => key));
	const settle = (target: Target): Target =>
		target.to === "new-custom" && known.has(target.field.key)
			? { to: "custom", key: target.field.key }
			: target;
	return {
		...mapping,
		columns: mapping.columns.map((column) => ({
			...column,
			target: settle(column.target),
		})),
		fixed: mapping.fixed.map((fixed) => ({
			...fixed,
			target: settle(fixed.target),
		})),
	};
}

function sampleRows({ columns }: FileLook): readonly (readonly string[])[] {
	const longest = Math.max(
		0,
		...columns.map(({ values, samples }) =>
			Math.max(values.length, samples.length),
		),
	);
	return Array.from({ length: longest }, (_, at) =>
		columns.map(
			({ values, samples }) => (values.length > 0 ? values : samples)[at] ?? "",
		),
	);
}
