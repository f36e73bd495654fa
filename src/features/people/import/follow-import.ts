import type { Heard, Look } from "../../../platform/http/route.ts";
import { phaseWords } from "./phase-words.ts";
import { importTopic } from "./progress.ts";
import { type PeopleImport, progressOf } from "./queries/imports.ts";

export function isAtWork({ status }: Pick<PeopleImport, "status">): boolean {
	return (
		status === "checking" || status === "importing" || status === "undoing"
	);
}

/** Tells how far an import is until it is over. */
export async function* followImport(
	id: string,
	look: Look,
	heard: Heard,
): AsyncGenerator<unknown> {
	for (;;) {
		const change = heard(importTopic(id));
		const progress = await look((db) => progressOf(db, id));
		if (!isAtWork(progress)) {
			yield { value: 1, max: 1, href: `/people/import/${id}` };
			return;
		}
		const { done, total } = progress;
		const text = phaseWords(progress);
		yield total > 0 ? { text, value: done, max: total } : { text };
		await change;
	}
}
