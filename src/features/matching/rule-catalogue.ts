// The hard rules that a program manager can switch in the form. A policy may hold others, written by hand or imported; those can only be
// kept or left out.
import type { Json } from "../../domain/matching/canonical-json.ts";
import type { Rule } from "../../domain/matching/policy.ts";

export type RuleKey =
	| "line"
	| "languages"
	| "clocks"
	| "grade"
	| "unit"
	| "function"
	| "past";

/** A rule as the form shows it: whether it holds, and its figures. */
export type RuleSetting = {
	readonly isOn: boolean;
	readonly least?: number;
	readonly most?: number;
};

export type KnownRule = {
	readonly key: RuleKey;
	/** Cannot be switched off. */
	readonly isFixed?: boolean;
	readonly figures: readonly ("least" | "most")[];
	/** What the figures are while the rule is off. */
	readonly usual: { readonly least?: number; readonly most?: number };
	readonly read: (rule: Rule) => RuleSetting | undefined;
	readonly write: (setting: RuleSetting) => Readonly<Record<string, Json>>;
	/** The column it needs, as it is declared. */
	readonly column: readonly [name: string, kind: Json];
};

const list: Json = { kind: "list", separator: ";" };

export const knownRules: readonly KnownRule[] = [
	{
		key: "line",
		isFixed: true,
		figures: [],
		usual: {},
		read: ({ test }) =>
			test.compare === "reporting-line" ? { isOn: true } : undefined,
		write: () => ({
			name: "Not in one reporting line",
			compare: "reporting-line",
			column: "line",
		}),
		column: ["line", list],
	},
	{
		key: "languages",
		figures: ["least"],
		usual: { least: 1 },
		read: ({ test }) =>
			test.compare === "overlap" && test.columns.mentor === "languages"
				? { isOn: true, least: test.least }
				: undefined,
		write: ({ least = 1 }) => ({
			name: "A language in common",
			compare: "overlap",
			column: "languages",
			least,
		}),
		column: ["languages", list],
	},
	{
		key: "clocks",
		figures: ["most"],
		usual: { most: 6 },
		read: ({ test }) =>
			test.compare === "distance" && test.columns.mentor === "utc offset"
				? { isOn: true, most: Math.round(test.most / 600_000) / 100 }
				: undefined,
		write: ({ most = 6 }) => ({
			name: "Working days that meet",
			compare: "distance",
			column: "utc offset",
			most: Math.round(most * 60),
			around: 1440,
		}),
		column: ["utc offset", "number"],
	},
	{
		key: "grade",
		figures: ["least", "most"],
		usual: { least: 1, most: 3 },
		read: ({ test }) =>
			test.compare === "steps" && test.columns.mentor === "grade"
				? {
						isOn: true,
						least: Math.min(...test.allowed),
						most: Math.max(...test.allowed),
					}
				: undefined,
		write: ({ least = 1, most = 3 }) => ({
			name: "Steps of grade",
			compare: "steps",
			column: "grade",
			allowed: Array.from({ length: most - least + 1 }, (_, k) => least + k),
		}),
		column: ["grade", "text"],
	},
	different("unit", "Another unit"),
	different("function", "Another function"),
	{
		key: "past",
		figures: [],
		usual: {},
		read: ({ test }) =>
			test.compare === "named" &&
			test.column === "past" &&
			test.allowed === "never"
				? { isOn: true }
				: undefined,
		write: () => ({
			name: "A new pair",
			compare: "named",
			side: "mentee",
			column: "past",
			allowed: "never",
		}),
		column: ["past", list],
	},
];

function different(key: "unit" | "function", name: string): KnownRule {
	return {
		key,
		figures: [],
		usual: {},
		read: ({ test }) =>
			test.compare === "different" && test.columns.mentor === key
				? { isOn: true }
				: undefined,
		write: () => ({ name, compare: "different", column: key }),
		column: [key, "text"],
	};
}
