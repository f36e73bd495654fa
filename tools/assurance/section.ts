export type Section = {
	readonly title: string;
	/** Measures now, and says what was found in Markdown without a heading. */
	readonly measure: () => Promise<string>;
};
