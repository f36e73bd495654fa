import { download, type Reply } from "../../platform/http/visit.ts";

/** A document for an island: JSON, with bytes as base64url and moments left out of it. */
export function documentReply(name: string, document: unknown): Reply {
	return download(
		`${name}.json`,
		"application/json",
		JSON.stringify(document, (_, each: unknown) =>
			isBytes(each) ? Buffer.from(each.data).toString("base64url") : each,
		),
	);
}

// JSON.stringify turns a Buffer into { type, data } before it asks what to put in its place.
function isBytes(
	value: unknown,
): value is { readonly type: "Buffer"; readonly data: readonly number[] } {
	return (
		typeof value === "object" &&
		value !== null &&
		"type" in value &&
		value.type === "Buffer" &&
		"data" in value &&
		Array.isArray(value.data)
	);
}
