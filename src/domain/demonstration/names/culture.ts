/** Names as one community bears them; "Nowak" serves all, "Kowalski/Kowalska" a man and a woman. */
export type Culture = {
	readonly women: readonly string[];
	readonly men: readonly string[];
	readonly families: readonly string[];
	readonly order: "given-first" | "family-first";
	/** How often someone bears two family names. */
	readonly double: number;
	/** What this community speaks, as ISO 639 codes; often the language of the place as well. */
	readonly languages: readonly string[];
};

/** A culture from comma-separated lists, which a reader can take in at a glance. */
export function culture(lists: {
	readonly women: string;
	readonly men: string;
	readonly families: string;
	readonly languages: string;
	readonly order?: "family-first";
	readonly double?: number;
}): Culture {
	return {
		women: entries(lists.women),
		men: entries(lists.men),
		families: entries(lists.families),
		languages: entries(lists.languages),
		order: lists.order ?? "given-first",
		double: lists.double ?? 0,
	};
}

function entries(list: string): readonly string[] {
	return list
		.normalize("NFC")
		.split(",")
		.map((entry) => entry.trim().replace(/\s+/g, " "))
		.filter((entry) => entry !== "");
}
