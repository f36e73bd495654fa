// Facts about people as the texts of a table, written the way the policy's columns read them. A table goes to the engine and, in an
// export, into a file: what a spreadsheet program would run as a formula is disarmed here, so that both see the same text.
import type { PeopleTable } from "../../domain/matching/people-table.ts";
import { neededColumns } from "../../domain/matching/people-table.ts";
import type { ColumnKind, Policy, Side } from "../../domain/matching/policy.ts";
import type { Facts, FactValue } from "../../domain/programs/rule.ts";
import { UNITS_COLUMNS } from "./policy-document.ts";

export type PersonWithFacts = {
	readonly id: string;
	readonly units: number;
	readonly facts: Facts;
};

/** The columns that the policy needs of this side, and those by whose groups results are compared; no others. */
export function peopleTable(
	policy: Policy,
	side: Side,
	people: readonly PersonWithFacts[],
): PeopleTable {
	const compared = side === "mentee" ? policy.protectedColumns : [];
	const columns = [...new Set([...neededColumns(policy, side), ...compared])];
	return {
		columns,
		rows: people.map(({ id, units, facts }) =>
			Object.fromEntries(
				columns.map((column) => {
					if (column === policy.id[side]) return [column, id];
					if (column === UNITS_COLUMNS[side]) return [column, String(units)];
					const kind = policy.columns.get(column) ?? { kind: "text" };
					return [column, cellText(facts[column], kind)];
				}),
			),
		),
	};
}

/** A fact that does not fit its column counts as unknown: one odd record must not stop a round. */
export function cellText(
	value: FactValue | undefined,
	column: ColumnKind,
): string {
	if (value === undefined) return "";
	switch (column.kind) {
		case "text":
			return harmless(itemsOf(value).join(", "));
		case "list":
			return itemsOf(value)
				.map((item) => harmless(item.replaceAll(column.separator, " ")))
				.join(column.separator);
		case "levels":
			return levelsText(value, column.separator);
		case "scale": {
			const [text = ""] = itemsOf(value);
			return column.values.includes(text) ? text : "";
		}
		case "number":
			return numberText(value);
		case "date":
			return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(value)
				? value
				: "";
	}
}

function itemsOf(value: FactValue): readonly string[] {
	if (typeof value === "string" || typeof value === "number")
		return [String(value)];
	return isList(value) ? value : Object.keys(value);
}

function levelsText(value: FactValue, separator: string): string {
	if (typeof value !== "object" || isList(value)) return "";
	return Object.entries(value)
		.map(([name, level]) => {
			const plain = harmless(name.replaceAll(separator, " "));
			return `${plain}:${Math.min(99, Math.max(0, Math.round(level)))}`;
		})
		.join(separator);
}

function numberText(value: FactValue): string {
	const number = typeof value === "string" ? Number(value) : value;
	if (typeof number !== "number" || !Number.isFinite(number)) return "";
	if (Math.abs(number) > 1_000_000) return "";
	return number.toFixed(6).replace(/\.?0+$/u, "");
}

function harmless(text: string): string {
	return text
		.normalize("NFC")
		.replace(/[\r\n\t]+/gu, " ")
		.replace(/^[\s=+\-@]+/u, "")
		.trim();
}

function isList(value: object): value is readonly string[] {
	return Array.isArray(value);
}
