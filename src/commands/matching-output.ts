// What `match` and `assign` print and write.
import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { pointsOf } from "../domain/matching/decimal.ts";
import { hasKinds } from "../domain/matching/kinds.ts";
import type { Plan } from "../domain/matching/plan.ts";
import type { ScoredPair } from "../domain/matching/problem.ts";
import { resultDocument } from "../domain/matching/result-document.ts";
import type { Part } from "../domain/matching/scoring.ts";
import type { Unmatched } from "../domain/matching/unmatched.ts";
import {
	changesSentence,
	formatPoints,
	hasRemedy,
	unmatchedSentence,
} from "../features/matching/sentences.ts";
import { formatNumber, t } from "../ui/text.ts";
import { equityText } from "./equity-text.ts";
import type { ExitCode, Io } from "./io.ts";
import { fileProblem } from "./matching-csv.ts";
import type { MatchingOptions } from "./matching-options.ts";

export type Finished = {
	readonly options: MatchingOptions;
	readonly plan: Plan;
	/** The plan's pairs and unmatched as they are told: of people and kinds. */
	readonly pairs: readonly ScoredPair[];
	/** Mentees with a mentor; under kinds, with their first mentor. */
	readonly people: number;
	readonly unmatched: readonly Unmatched[];
	readonly fingerprint: string;
	readonly seconds: number;
	/** The policy's terms in its order; none for bare edges. */
	readonly terms: readonly string[];
	/** What a pair's score is made of. */
	partsOf(pair: ScoredPair): readonly Part[];
};

/** Writes the file if one was asked for, then prints the result. Nothing is printed if the file cannot be written. */
export async function finish(io: Io, finished: Finished): Promise<ExitCode> {
	const { options } = finished;
	if (options.out !== undefined) {
		const problem = await writePairs(options.out, finished);
		if (problem !== undefined) return refuse(io, [problem]);
	}
	io.stdout(options.json ? jsonText(finished) : readable(finished));
	return 0;
}

function jsonText(finished: Finished): string {
	const document = resultDocument({
		...finished,
		objective: finished.options.objective,
		sentenceOf: (person) => unmatchedSentence(person),
		changeSentenceOf: (person) => changesSentence(person),
		withCertificate: finished.options.certificate,
	});
	return `${JSON.stringify(document, null, "\t")}\n`;
}

/** Says on stderr why nothing was done: all reasons, but never a flood. */
export function refuse(io: Io, messages: readonly string[]): ExitCode {
	const shown = messages.slice(0, MOST_MESSAGES);
	io.stderr(shown.map((message) => `${message}\n`).join(""));
	if (messages.length > shown.length)
		io.stderr(
			`${t("And {more, plural, one {one more problem} other {# more problems}} of this kind.", { more: messages.length - shown.length })}\n`,
		);
	return 1;
}

const MOST_MESSAGES = 30;

async function writePairs(
	file: string,
	finished: Finished,
): Promise<string | undefined> {
	const ofKinds = isOfKinds(finished);
	const text = stringify(
		[
			[
				"mentee",
				"mentor",
				...(ofKinds ? ["kind"] : []),
				"score",
				...finished.terms.map(safeCell),
			],
			...finished.pairs.map((pair) => [
				safeCell(pair.mentee),
				safeCell(pair.mentor),
				...(ofKinds ? [safeCell(pair.mentorKind ?? "")] : []),
				pointsOf(pair.points),
				...partsIn(finished, pair).map(pointsOf),
			]),
		],
		{ record_delimiter: "\r\n" },
	);
	// A reader sees the old file or the whole new one, never half of it.
	const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
	try {
		await writeFile(draft, text);
		await rename(draft, file);
		return undefined;
	} catch (error) {
		await rm(draft, { force: true });
		return fileProblem(file, error);
	}
}

/**
 * What each term gives the pair. Bare edges have one part, the score itself, which stands in a column of its own already; a term that is not
 * for the pair's kind gives nothing.
 */
function partsIn(finished: Finished, pair: ScoredPair): number[] {
	if (finished.terms.length === 0) return [];
	const parts = new Map(
		finished.partsOf(pair).map(({ term, points }) => [term, points]),
	);
	return finished.terms.map((term) => parts.get(term) ?? 0);
}

function isOfKinds({ plan }: Finished): boolean {
	return hasKinds(plan.problem.mentees);
}

/** A spreadsheet would run a cell that begins like a formula. */
function safeCell(text: string): string {
	return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}

function readable(finished: Finished): string {
	const { plan, terms, fingerprint } = finished;
	const ofKinds = isOfKinds(finished);
	const pairs = table(
		[
			t("Mentee"),
			t("Mentor"),
			...(ofKinds ? [t("Kind")] : []),
			t("Score"),
			...terms.map((_, k) => `[${k + 1}]`),
		],
		finished.pairs.map((pair) => [
			pair.mentee,
			pair.mentor,
			...(ofKinds ? [pair.mentorKind ?? ""] : []),
			formatPoints(pair.points),
			...partsIn(finished, pair).map(formatPoints),
		]),
		ofKinds ? 3 : 2,
	);
	const legend = terms.map((term, k) => `[${k + 1}] ${term}\n`).join("");
	const sections = [
		`${headline(finished)}\n`,
		plan.pairs.length > 0 ? pairs : "",
		plan.pairs.length > 0 ? legend : "",
		plan.equity === undefined ? "" : equityText(plan.equity.plan),
		withoutPair(finished.unmatched),
		`${t("Fingerprint {fingerprint}", { fingerprint })}\n`,
	];
	return sections.filter((section) => section !== "").join("\n");
}

function headline({ plan, people, options, seconds }: Finished): string {
	if (plan.stable !== undefined)
		return t(
			"{pairs, plural, =0 {No pair is possible} one {One pair} other {# pairs}}, {people, plural, one {one mentee with a mentor} other {# mentees with a mentor}}, total {total}, stable: no two others would both rather have each other. Against the plan with most people {fewer, plural, =0 {nobody more} one {one mentee more} other {# mentees more}} would have nobody, {lost, plural, =0 {no pair} one {one pair} other {# pairs}} fewer, {points} points less, {seconds} s.",
			{
				pairs: plan.pairs.length,
				people,
				total: formatPoints(plan.total),
				fewer: plan.stable.price.people,
				lost: plan.stable.price.pairs,
				points: formatPoints(plan.stable.price.points),
				seconds: formatNumber(seconds, 3),
			},
		);
	return t(
		"{pairs, plural, =0 {No pair is possible} one {One pair} other {# pairs}}, {people, plural, one {one mentee with a mentor} other {# mentees with a mentor}}, total {total} ({objective, select, people {proved: no other choice reaches more people, pairs or points} total {proved: no other choice has a greater total} other {no other choice under the ratio that reaches as many has a total above {bound}}}), {seconds} s.",
		{
			pairs: plan.pairs.length,
			people,
			total: formatPoints(plan.total),
			bound: formatPoints(plan.upperBound),
			objective: options.objective,
			seconds: formatNumber(seconds, 3),
		},
	);
}

function withoutPair(unmatched: readonly Unmatched[]): string {
	const lines = unmatched.map((person) => {
		const { id, mentorKind: kind } = person;
		const who =
			person.side === "mentee"
				? kind === undefined
					? t("Mentee {id}", { id })
					: t("Mentee {id} ({kind})", { id, kind })
				: t("Mentor {id}", { id });
		const remedy = hasRemedy(person) ? ` ${changesSentence(person)}` : "";
		return `  ${who}: ${unmatchedSentence(person)}${remedy}\n`;
	});
	return lines.length === 0
		? ""
		: `${t("Without a pair, or with fewer than needed:")}\n${lines.join("")}`;
}

/** Columns as wide as their widest cell; figures stand to the right. */
function table(
	header: readonly string[],
	rows: readonly (readonly string[])[],
	texts: number,
): string {
	const width = header.map((title, k) =>
		Math.max(title.length, ...rows.map((row) => (row[k] ?? "").length)),
	);
	const line = (row: readonly string[]) =>
		row
			.map((cell, k) =>
				k < texts ? cell.padEnd(width[k] ?? 0) : cell.padStart(width[k] ?? 0),
			)
			.join("  ")
			.trimEnd();
	return `${[header, width.map((w) => "-".repeat(w)), ...rows].map(line).join("\n")}\n`;
}
