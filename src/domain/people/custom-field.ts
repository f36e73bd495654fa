import { fold } from "./tidy.ts";

/** A field an organisation adds for itself. What is sensitive is kept apart from the directory and only ever proposed to the person. */
export interface CustomField {
	/** Lower-case letters, digits and underscores, at most forty, beginning with a letter. */
	readonly key: string;
	readonly label: string;
	readonly kind: CustomKind;
	/** The steps of an ordered scale, lowest first; empty for the other kinds. */
	readonly scale: readonly string[];
	readonly isSensitive: boolean;
}

export const CUSTOM_KINDS = [
	"text",
	"list",
	"number",
	"date",
	"scale",
] as const;
export type CustomKind = (typeof CUSTOM_KINDS)[number];

/** Text, a step of a scale or an ISO date; a number; a list of texts. */
export type CustomValue = string | number | readonly string[];

/** A key for a new field, made from its label, unlike those taken. */
export function customKey(label: string, taken: ReadonlySet<string>): string {
	const words =
		fold(label)
			.match(/[a-z0-9]+/g)
			?.join("_") ?? "field";
	const base = (/^[a-z]/.test(words) ? words : `field_${words}`).slice(0, 36);
	let key = base;
	for (let copy = 2; taken.has(key); copy++) key = `${base}_${copy}`;
	return key;
}
