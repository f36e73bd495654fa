import type { AgreementText } from "./agreement.ts";

/** A stretch of a text beside what it was before. Same, then what was taken out, then what came in. */
export type Stretch = {
	readonly kind: "same" | "removed" | "added";
	readonly text: string;
};

/** A line of the compared texts: a heading or a clause, whole or word by word where it was reworded. */
export type ChangedLine = {
	readonly is: "heading" | "clause";
	readonly kind: "same" | "removed" | "added" | "reworded";
	readonly stretches: readonly Stretch[];
};

/** Exactly what changed between two versions, in reading order, with what stayed the same around it. */
export function agreementChanges(
	before: AgreementText,
	after: AgreementText,
): ChangedLine[] {
	const steps = shortestEdit(linesOf(before), linesOf(after), sameLine);
	return reworded(steps);
}

export function saysTheSame(
	before: AgreementText,
	after: AgreementText,
): boolean {
	return agreementChanges(before, after).every(({ kind }) => kind === "same");
}

type Line = { readonly is: ChangedLine["is"]; readonly text: string };
type Step<Item> = {
	readonly kind: "same" | "removed" | "added";
	readonly item: Item;
};

function linesOf({ sections }: AgreementText): Line[] {
	return sections.flatMap(({ heading, clauses }) => [
		{ is: "heading" as const, text: heading },
		...clauses.map((text) => ({ is: "clause" as const, text })),
	]);
}

function sameLine(one: Line, other: Line): boolean {
	return one.is === other.is && one.text === other.text;
}

/** Two lines with more than this share of common words are one line in other words. */
const kinship = 0.5;

// Within a run of changes each removed line looks for the first added one, further on, that is its own rewording.
function reworded(steps: readonly Step<Line>[]): ChangedLine[] {
	const lines: ChangedLine[] = [];
	for (let from = 0; from < steps.length; ) {
		const to = endOfRun(steps, from);
		const run = steps.slice(from, to);
		lines.push(
			...(run[0]?.kind === "same"
				? run.map(({ item }) => whole("same", item))
				: changedRun(run)),
		);
		from = to;
	}
	return lines;
}

function endOfRun(steps: readonly Step<Line>[], from: number): number {
	const isSame = steps[from]?.kind === "same";
	let to = from + 1;
	while (to < steps.length && (steps[to]?.kind === "same") === isSame) to += 1;
	return to;
}

function changedRun(run: readonly Step<Line>[]): ChangedLine[] {
	const added = run.filter(({ kind }) => kind === "added");
	const lines: ChangedLine[] = [];
	let used = 0;
	for (const { kind, item } of run) {
		if (kind !== "removed") continue;
		const match = added.findIndex(
			(each, place) => place >= used && isKin(item, each.item),
		);
		const partner = added[match]?.item;
		if (partner === undefined) {
			lines.push(whole("removed", item));
			continue;
		}
		for (const each of added.slice(used, match))
			lines.push(whole("added", each.item));
		lines.push(wordByWord(item, partner));
		used = match + 1;
	}
	for (const each of added.slice(used)) lines.push(whole("added", each.item));
	return lines;
}

function whole(kind: Stretch["kind"], { is, text }: Line): ChangedLine {
	return { is, kind, stretches: [{ kind, text }] };
}

function isKin(one: Line, other: Line): boolean {
	if (one.is !== other.is) return false;
	const [first, second] = [wordsOf(one.text), wordsOf(other.text)];
	const common = shortestEdit(first, second, Object.is).filter(
		({ kind, item }) => kind === "same" && item.trim() !== "",
	).length;
	const longer = Math.max(wordCount(first), wordCount(second));
	return common > kinship * longer;
}

function wordCount(words: readonly string[]): number {
	return words.filter((word) => word.trim() !== "").length;
}

function wordByWord(before: Line, after: Line): ChangedLine {
	const steps = shortestEdit(
		wordsOf(before.text),
		wordsOf(after.text),
		Object.is,
	);
	return { is: before.is, kind: "reworded", stretches: joined(steps) };
}

// Words with the white space between them as items of their own, so that the stretches put together are the text again.
function wordsOf(text: string): string[] {
	return text.split(/(\s+)/).filter((word) => word !== "");
}

function joined(steps: readonly Step<string>[]): Stretch[] {
	const stretches: { kind: Stretch["kind"]; text: string }[] = [];
	for (const { kind, item } of steps) {
		const last = stretches.at(-1);
		if (last?.kind === kind) last.text += item;
		else stretches.push({ kind, text: item });
	}
	return stretches;
}

/** The steps from one list to another that keep as much as possible; of equals, what goes stands before what comes. */
function shortestEdit<Item>(
	before: readonly Item[],
	after: readonly Item[],
	isSame: (one: Item, other: Item) => boolean,
): Step<Item>[] {
	const kept = keptLengths(before, after, isSame);
	const steps: Step<Item>[] = [];
	let [row, column] = [0, 0];
	while (row < before.length || column < after.length) {
		const [old, now] = [before[row], after[column]];
		if (old !== undefined && now !== undefined && isSame(old, now)) {
			steps.push({ kind: "same", item: now });
			row += 1;
			column += 1;
		} else if (
			old !== undefined &&
			(now === undefined ||
				(kept[row + 1]?.[column] ?? 0) >= (kept[row]?.[column + 1] ?? 0))
		) {
			steps.push({ kind: "removed", item: old });
			row += 1;
		} else if (now !== undefined) {
			steps.push({ kind: "added", item: now });
			column += 1;
		}
	}
	return steps;
}

/** How many items of the two rests can be kept, for every pair of rests. */
function keptLengths<Item>(
	before: readonly Item[],
	after: readonly Item[],
	isSame: (one: Item, other: Item) => boolean,
): number[][] {
	const kept = Array.from({ length: before.length + 1 }, () =>
		Array.from({ length: after.length + 1 }, () => 0),
	);
	for (let row = before.length - 1; row >= 0; row -= 1)
		for (let column = after.length - 1; column >= 0; column -= 1) {
			const [old, now] = [before[row], after[column]];
			const line = kept[row] ?? [];
			line[column] =
				old !== undefined && now !== undefined && isSame(old, now)
					? (kept[row + 1]?.[column + 1] ?? 0) + 1
					: Math.max(kept[row + 1]?.[column] ?? 0, line[column + 1] ?? 0);
		}
	return kept;
}
