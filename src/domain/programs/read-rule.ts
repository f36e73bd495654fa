import {
	type FactKind,
	type FactKinds,
	type Operator,
	operatorsFor,
	type Rule,
} from "./rule.ts";

/** Where in the document ("all[2].value") and what is wrong there. */
export type RuleProblem = {
	readonly path: string;
	readonly why:
		| "not-a-rule"
		| "too-deep"
		| "too-many-conditions"
		| "unknown-key"
		| "unknown-fact"
		| "unknown-operator"
		| "operator-does-not-fit"
		| "value-missing"
		| "value-of-wrong-kind"
		| "not-on-the-scale"
		| "no-alternatives";
	/** The offending word, where there is one. */
	readonly given?: string;
};

export type RuleReading =
	| { readonly ok: true; readonly rule: Rule }
	| { readonly ok: false; readonly problems: readonly RuleProblem[] };

/** Deeper or longer than any committee can read is refused rather than run. */
export const deepestRule = 6;
export const mostConditions = 60;

/**
 * Reads a rule from parsed JSON against the facts that exist. Every problem is
 * returned with its path; values are taken exactly as written.
 */
export function readRule(document: unknown, kinds: FactKinds): RuleReading {
	const reader: Reader = { kinds, problems: [], conditions: 0 };
	const rule = readPart(document, "", 0, reader);
	if (reader.conditions > mostConditions) {
		reader.problems.push({ path: "", why: "too-many-conditions" });
	}
	return rule !== undefined && reader.problems.length === 0
		? { ok: true, rule }
		: { ok: false, problems: reader.problems };
}

type Reader = {
	readonly kinds: FactKinds;
	readonly problems: RuleProblem[];
	conditions: number;
};

type Document = Readonly<Record<string, unknown>>;

function readPart(
	part: unknown,
	path: string,
	depth: number,
	reader: Reader,
): Rule | undefined {
	if (depth > deepestRule) return refuse(reader, path, "too-deep");
	if (!isDocument(part)) return refuse(reader, path, "not-a-rule");
	const below = (key: string) => (path === "" ? key : `${path}.${key}`);
	const keys = Object.keys(part);
	if (keys.length === 1 && keys[0] === "not") {
		const not = readPart(part.not, below("not"), depth + 1, reader);
		return not && { not };
	}
	if (keys.length === 1 && (keys[0] === "all" || keys[0] === "any")) {
		const joint = keys[0];
		const parts = readParts(part[joint], below(joint), depth, reader);
		if (parts === undefined) return undefined;
		if (joint === "all") return { all: parts };
		if (parts.length > 0) return { any: parts };
		return refuse(reader, below("any"), "no-alternatives");
	}
	if ("fact" in part) return readCondition(part, path, reader);
	return refuse(reader, path, "not-a-rule");
}

function readParts(
	parts: unknown,
	path: string,
	depth: number,
	reader: Reader,
): readonly Rule[] | undefined {
	if (!Array.isArray(parts)) return refuse(reader, path, "not-a-rule");
	return parts.flatMap((one: unknown, place) => {
		const rule = readPart(one, `${path}[${place}]`, depth + 1, reader);
		return rule === undefined ? [] : [rule];
	});
}

function readCondition(
	part: Document,
	path: string,
	reader: Reader,
): Rule | undefined {
	reader.conditions += 1;
	const at = (key: string) => (path === "" ? key : `${path}.${key}`);
	for (const key of Object.keys(part)) {
		if (!["fact", "is", "value"].includes(key)) {
			return refuse(reader, at(key), "unknown-key", key);
		}
	}
	const { fact, is, value } = part;
	if (typeof fact !== "string" || !Object.hasOwn(reader.kinds, fact)) {
		return refuse(reader, at("fact"), "unknown-fact", shown(fact));
	}
	const kind = reader.kinds[fact];
	const operator = allOperators.find((one) => one === is);
	if (operator === undefined || kind === undefined) {
		return refuse(reader, at("is"), "unknown-operator", shown(is));
	}
	if (!operatorsFor(kind.kind).includes(operator)) {
		return refuse(reader, at("is"), "operator-does-not-fit", operator);
	}
	if (operator === "is-empty") {
		return value === undefined
			? { fact, is: operator }
			: refuse(reader, at("value"), "unknown-key", "value");
	}
	if (value === undefined) return refuse(reader, at("value"), "value-missing");
	return readValued(
		{ fact, is: operator, value, kind, at: at("value") },
		reader,
	);
}

type Valued = {
	readonly fact: string;
	readonly is: Exclude<Operator, "is-empty">;
	readonly value: unknown;
	readonly kind: FactKind;
	readonly at: string;
};

function readValued(valued: Valued, reader: Reader): Rule | undefined {
	const { fact, is, value, kind, at } = valued;
	const wrong = () => refuse(reader, at, "value-of-wrong-kind", shown(value));
	switch (is) {
		case "contains":
			return isText(value) ? { fact, is, value } : wrong();
		case "years-at-least":
		case "years-at-most":
			return isNumber(value) && value >= 0 ? { fact, is, value } : wrong();
		case "is-one-of": {
			if (!Array.isArray(value)) return wrong();
			if (value.length === 0) return refuse(reader, at, "no-alternatives");
			const texts = value.filter(isText);
			if (texts.length !== value.length) return wrong();
			const off = texts.find((text) => !isOnScale(text, kind));
			if (off !== undefined) return refuse(reader, at, "not-on-the-scale", off);
			return { fact, is, value: texts };
		}
		case "is":
		case "at-least":
		case "at-most": {
			if (kind.kind === "number") {
				return isNumber(value) ? { fact, is, value } : wrong();
			}
			if (!isText(value)) return wrong();
			if (kind.kind === "date" && !isDate(value)) return wrong();
			if (isOnScale(value, kind)) return { fact, is, value };
			return refuse(reader, at, "not-on-the-scale", value);
		}
	}
}

const allOperators: readonly Operator[] = [
	"is",
	"is-one-of",
	"at-least",
	"at-most",
	"years-at-least",
	"years-at-most",
	"contains",
	"is-empty",
];

function refuse(
	reader: Reader,
	path: string,
	why: RuleProblem["why"],
	given?: string,
): undefined {
	reader.problems.push({ path, why, ...(given !== undefined && { given }) });
	return undefined;
}

function isDocument(value: unknown): value is Document {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
	return typeof value === "string" && value.trim() !== "";
}

function isNumber(value: unknown): value is number {
	return typeof value === "number" && Number.isFinite(value);
}

/** A calendar day as ISO writes it; "2023-02-30" is none. */
function isDate(text: string): boolean {
	const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
	if (parts === null) return false;
	const [year, month, day] = parts.slice(1).map(Number);
	if (year === undefined || month === undefined || day === undefined) {
		return false;
	}
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	if (month === 2) return leap ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isOnScale(text: string, kind: FactKind): boolean {
	return kind.kind !== "ordered" || kind.scale.includes(text);
}

function shown(value: unknown): string {
	return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
