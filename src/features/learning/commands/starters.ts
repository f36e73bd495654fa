import type { StarterCurriculum } from "../../../domain/learning/starter.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { addCurriculum, publishCurriculum } from "./curricula.ts";
import { addStep } from "./steps.ts";

/** Installs and publishes them; returns the id of each by its key. */
export async function installStarters(
	tx: Tx,
	starters: readonly StarterCurriculum[],
	locale: "en" | "de",
	by: string | null,
): Promise<ReadonlyMap<StarterCurriculum["key"], string>> {
	const installed = new Map<StarterCurriculum["key"], string>();
	for (const { key, title, summary, steps } of starters) {
		const id = await addCurriculum(tx, { title, summary, locale }, by);
		for (const step of steps)
			await addStep(tx, id, { ...step, video: null, competency: null });
		await publishCurriculum(tx, id);
		installed.set(key, id);
	}
	return installed;
}
