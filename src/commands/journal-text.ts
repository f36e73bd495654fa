import type { Check } from "../platform/journal/check.ts";
import type { Problem } from "../platform/journal/problem.ts";

/** The result for people: what was compared, then what is wrong, the first wrong entry first. */
export function checkText(check: Check, isSigned: boolean): string {
	const { problems, problemCount } = check;
	const lines = [
		`Journal ${check.log}: ${count(check.size, "entry", "entries")} sealed, ${check.waiting} waiting to be.`,
		`Root: ${check.root}`,
		`Compared with ${count(check.checkpoints, "checkpoint", "checkpoints")} in the database${isSigned ? "" : " (no key: signatures were not judged)"}.`,
		...check.outside.map(
			({ size, at, holds }) =>
				`The checkpoint from outside of ${at}, over ${count(size, "entry", "entries")}: ${holds ? "holds" : "DOES NOT HOLD"}.`,
		),
		...(check.outside.length === 0
			? [
					"No checkpoint from outside was given: a journal that was cut off or written anew by somebody with the key file would not show.",
				]
			: []),
		"",
		...(problemCount === 0
			? ["Nothing was edited, deleted, inserted, moved or cut off."]
			: [
					`${count(problemCount, "thing is", "things are")} wrong. First:`,
					...problems.slice(0, 20).map((problem) => `  ${sentence(problem)}`),
					...(problemCount > 20 ? [`  and ${problemCount - 20} more`] : []),
				]),
	];
	return `${lines.join("\n")}\n`;
}

export function sentence(problem: Problem): string {
	switch (problem.kind) {
		case "changed":
			return `Entry ${problem.entry}, at place ${problem.position}, was changed after it was sealed.`;
		case "removed":
			return `Entry ${problem.entry}, at place ${problem.position}, was deleted.`;
		case "renamed":
			return `Entry ${problem.entry}, at place ${problem.position}, names another person than when it was sealed, or nobody without an erasure.`;
		case "backdated":
			return `Entry ${problem.entry}, at place ${problem.position}, claims to be older than a checkpoint that does not hold it.`;
		case "gap":
			return `Place ${problem.position} has no leaf: the tree was cut into.`;
		case "root":
			return `Between place ${problem.after + 1} and place ${problem.upTo} the journal is not what a checkpoint says it was.`;
		case "shortened":
			return `A checkpoint covers ${problem.size} entries, and there are ${problem.remains}: from place ${problem.remains + 1} on they were cut off.`;
		case "inserted":
			return `Entry ${problem.entry} was slipped in: it was never sealed, and does not wait to be.`;
		case "removed-waiting":
			return `Entry ${problem.entry} was deleted before it was sealed.`;
		case "sealed-waiting":
			return `Entry ${problem.entry} is sealed and waits to be sealed at once.`;
		case "pseudonym":
			return `Pseudonym ${problem.number} was put to another person.`;
		case "tree":
			return `The stored tree of ${problem.size} entries is not the one over the ${problem.leaves} leaves.`;
		case "no-checkpoint":
			return `The checkpoint over the ${problem.size} sealed entries is missing.`;
		case "forged":
			return `The checkpoint over ${problem.size} entries in the database is not signed by this installation.`;
		case "other-log":
			return `A checkpoint from outside is of another journal (${problem.log}).`;
		case "not-ours":
			return `The checkpoint from outside over ${problem.size} entries is not signed by this installation.`;
	}
}

function count(number: number, one: string, many: string): string {
	return `${number} ${number === 1 ? one : many}`;
}
