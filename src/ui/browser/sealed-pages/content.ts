/** What is inside a note. */
export type Content = {
	readonly text: string;
	/** When its writer wrote it, by their own clock; milliseconds since 1970. */
	readonly at: number;
	/** Of a note of one's own: the relationship it is about. Only the writer knows. */
	readonly relationship?: string | undefined;
};

export function contentOf(content: unknown): Content | undefined {
	if (
		typeof content !== "object" ||
		content === null ||
		!("text" in content) ||
		!("at" in content)
	)
		return undefined;
	if (typeof content.text !== "string" || typeof content.at !== "number")
		return undefined;
	const relationship =
		"relationship" in content && typeof content.relationship === "string"
			? content.relationship
			: undefined;
	return { text: content.text, at: content.at, relationship };
}
