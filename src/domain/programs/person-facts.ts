import type { FactKinds } from "./rule.ts";

/**
 * The facts rules and rounds may speak about, named as in a policy document.
 * `line` holds the ids of all managers above; `wishes`, `blocked` and `past`
 * hold ids of people; `generation` is there only with the person's consent.
 */
export function personFacts(
	gradeScale: readonly string[],
	custom: FactKinds = {},
): FactKinds {
	return {
		...custom,
		id: { kind: "text" },
		name: { kind: "text" },
		unit: { kind: "text" },
		function: { kind: "text" },
		discipline: { kind: "text" },
		grade: { kind: "ordered", scale: gradeScale },
		location: { kind: "text" },
		"time zone": { kind: "text" },
		"utc offset": { kind: "number" },
		languages: { kind: "list" },
		line: { kind: "list" },
		"hire date": { kind: "date" },
		"tenure years": { kind: "number" },
		generation: { kind: "text" },
		experience: { kind: "text" },
		clients: { kind: "list" },
		industries: { kind: "list" },
		style: { kind: "levels" },
		offers: { kind: "levels" },
		seeks: { kind: "levels" },
		wishes: { kind: "list" },
		blocked: { kind: "list" },
		past: { kind: "list" },
	};
}
