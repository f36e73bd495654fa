// A result as `--json` prints it, read back to be checked.
import { capKey, PAIR_ONCE } from "../domain/matching/caps.ts";
import type { Certificate } from "../domain/matching/certificate.ts";
import { LARGEST_SCORE, MILLIONTHS } from "../domain/matching/decimal.ts";
import type { Place } from "../domain/matching/json-reading.ts";
import {
	readAmount,
	readAnyMembers,
	readChoice,
	readList,
	readText as readTextAt,
	required,
	startReading,
	wrong,
} from "../domain/matching/json-reading.ts";
import { wantId } from "../domain/matching/kinds.ts";
import type { ScoredPair } from "../domain/matching/problem.ts";
import { t } from "../ui/text.ts";
import type { Reading } from "./matching-csv.ts";

export type Result = {
	readonly objective: string;
	readonly total: number;
	readonly upperBound: number;
	readonly gap: number;
	readonly fingerprint: string;
	readonly pairs: readonly ScoredPair[];
	/** Side, id and what is missing of each, as JSON texts in order. */
	readonly unmatched: readonly string[];
	readonly certificate: Certificate;
	/** As it stands, for what this reader does not know. */
	readonly json: unknown;
};

/** Reads a result from the text of a file; every place where it is not one is named by its JSON path. */
export function readResultFile(file: string, text: string): Reading<Result> {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return { ok: false, messages: [t("{file}: this is not JSON.", { file })] };
	}
	const place = startReading(json);
	const value = readResult(place);
	return value === undefined || place.problems.length > 0
		? {
				ok: false,
				messages: place.problems.map(
					({ path, problem }) => `${file}: ${path}: ${problem}`,
				),
			}
		: { ok: true, value };
}

function readResult(place: Place): Result | undefined {
	const members = readAnyMembers(place);
	const need = (name: string) => required(place, members, name);
	const [version, objective, total, bound, gap] = [
		need("version"),
		need("objective"),
		need("total"),
		need("upperBound"),
		need("gap"),
	];
	const [fingerprint, pairs, unmatched] = [
		need("fingerprint"),
		need("pairs"),
		need("unmatched"),
	];
	const certificate = members.get("certificate");
	if (certificate === undefined)
		wrong(
			place,
			t(
				"there is no certificate, so nothing proves the result (ask for one with --certificate)",
			),
			0,
		);
	if (
		version === undefined ||
		objective === undefined ||
		total === undefined ||
		bound === undefined
	)
		return undefined;
	if (gap === undefined || fingerprint === undefined || pairs === undefined)
		return undefined;
	if (unmatched === undefined || certificate === undefined) return undefined;
	if (version.value !== 1) wrong(version, t("must be 1"), 0);
	return {
		objective: readChoice(objective, ["people", "total", "fair"], "people"),
		total: readNumber(total),
		upperBound: readNumber(bound),
		gap: readNumber(gap),
		fingerprint: readTextAt(fingerprint),
		pairs: readList(pairs).map(readPair),
		unmatched: readList(unmatched).map(readUnmatched).toSorted(),
		certificate:
			objective.value === "fair"
				? { tiers: [], surplus: new Map(), price: new Map() }
				: readCertificate(certificate),
		json: place.value,
	};
}

function readPair(place: Place): ScoredPair {
	const members = readAnyMembers(place);
	const mentee = required(place, members, "mentee");
	const mentor = required(place, members, "mentor");
	const score = required(place, members, "score");
	const kind = members.get("kind");
	return {
		...(kind === undefined ? {} : { mentorKind: readTextAt(kind) }),
		mentee: mentee === undefined ? "" : readTextAt(mentee),
		mentor: mentor === undefined ? "" : readTextAt(mentor),
		points: score === undefined ? 0 : readAmount(score),
	};
}

function readUnmatched(place: Place): string {
	const members = readAnyMembers(place);
	const kind = members.get("kind")?.value;
	return JSON.stringify([
		...["side", "id", "missing"].map(
			(name) => members.get(name)?.value ?? null,
		),
		...(typeof kind === "string" ? [kind] : []),
	]);
}

function readCertificate(place: Place): Certificate {
	const members = readAnyMembers(place);
	const tierList = required(place, members, "tiers");
	const tiers =
		tierList === undefined
			? []
			: readList(tierList).map((item) =>
					readChoice(
						item,
						["people", "mentors", "pairs", "points"] as const,
						"points",
					),
				);
	const read = (name: string, vector: string) => {
		const list = required(place, members, name);
		return new Map(
			(list === undefined ? [] : readList(list)).map((item) => {
				const own = readAnyMembers(item);
				const id = required(item, own, "id");
				const kind = own.get("kind");
				const text = id === undefined ? "" : readTextAt(id);
				const numbers = required(item, own, vector);
				return [
					kind === undefined ? text : wantId(text, readTextAt(kind)),
					numbers === undefined ? [] : readVector(numbers, tiers),
				];
			}),
		);
	};
	const once = members.get("pairsOnce");
	return {
		tiers,
		surplus: read("mentees", "surplus"),
		price: read("mentors", "price"),
		...(once === undefined ? {} : { caps: readPairsOnce(once, tiers) }),
	};
}

/** What it costs that two people are paired once at most, by the cap's key. */
function readPairsOnce(
	list: Place,
	tiers: Certificate["tiers"],
): ReadonlyMap<string, readonly number[]> {
	return new Map(
		readList(list).map((item) => {
			const own = readAnyMembers(item);
			const text = (name: string) => {
				const place = required(item, own, name);
				return place === undefined ? "" : readTextAt(place);
			};
			const price = required(item, own, "price");
			return [
				capKey(
					{ name: PAIR_ONCE, of: "mentees" },
					text("mentor"),
					text("mentee"),
				),
				price === undefined ? [] : readVector(price, tiers),
			];
		}),
	);
}

function readVector(numbers: Place, tiers: Certificate["tiers"]): number[] {
	return readList(numbers).map((number, t) =>
		tiers[t] === "points" ? readPrice(number) : readNumber(number),
	);
}

function readNumber(place: Place): number {
	return typeof place.value === "number"
		? place.value
		: wrong(place, "must be a number", 0);
}

/** A price in points; prices may add up to more than a single score. */
function readPrice(place: Place): number {
	const value = readNumber(place);
	const millionths = Math.round(value * MILLIONTHS);
	return Math.abs(value) <= LARGEST_SCORE * 4000 &&
		millionths / MILLIONTHS === value
		? millionths
		: wrong(place, "must be a number of at most six decimal places", 0);
}
