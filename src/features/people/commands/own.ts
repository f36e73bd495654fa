import { sql } from "kysely";
import type { StyleAnswers } from "../../../domain/style/questions.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { record } from "../../../platform/journal/journal.ts";
import { activeCompetencies } from "../../competencies/queries.ts";
import { peopleChanged } from "../changed.ts";
import { refuseStale } from "../mark.ts";
import {
	ownAvailability,
	type OwnAvailability,
	ownLevels,
	ownStyle,
	ownWords,
	type OwnWords,
	type SkillSide,
} from "../queries/own.ts";
import { lockPerson } from "./lock-person.ts";

/** Each of these replaces one group of answers, and only if the group still is as the form was opened on. */
export async function saveWords(
	tx: Tx,
	me: string,
	{ seen, ...words }: OwnWords & { readonly seen: string },
): Promise<void> {
	await lockPerson(tx, me);
	refuseStale(await ownWords(tx, me), seen);
	const row = {
		about: words.about,
		experience: words.experience,
		clients: [...words.clients],
		industries: [...words.industries],
		updated_at: sql<Date>`now()`,
	};
	await tx
		.insertInto("profile")
		.values({ person_id: me, ...row })
		.onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
		.execute();
	await record(tx, { act: "change-own-profile", about: me });
}

export async function saveAvailability(
	tx: Tx,
	me: string,
	{ seen, ...now }: OwnAvailability & { readonly seen: string },
): Promise<void> {
	await lockPerson(tx, me);
	refuseStale(await ownAvailability(tx, me), seen);
	await tx
		.updateTable("person")
		.set({ languages: [...now.languages], time_zone: now.timeZone })
		.where("id", "=", me)
		.execute();
	const row = {
		capacity: now.capacity,
		paused_until: now.pausedUntil,
		updated_at: sql<Date>`now()`,
	};
	await tx
		.insertInto("profile")
		.values({ person_id: me, ...row })
		.onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
		.execute();
	await peopleChanged(tx);
	await record(tx, { act: "change-own-availability", about: me });
}

/** Pauses somebody in all programs until a day: whom they meet they go on meeting, and nobody new is proposed. */
export async function pauseUntil(
	tx: Tx,
	me: string,
	/** null: the pause ends. */
	day: string | null,
): Promise<void> {
	await lockPerson(tx, me);
	const row = { paused_until: day, updated_at: sql<Date>`now()` };
	await tx
		.insertInto("profile")
		.values({ person_id: me, ...row })
		.onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
		.execute();
	await peopleChanged(tx);
	await record(tx, { act: "change-own-availability", about: me });
}

/** How many hours a month mentoring may take at most, over all programs; null: no limit. */
export async function limitHours(
	tx: Tx,
	me: string,
	hours: number | null,
): Promise<void> {
	await lockPerson(tx, me);
	const row = { most_hours: hours, updated_at: sql<Date>`now()` };
	await tx
		.insertInto("profile")
		.values({ person_id: me, ...row })
		.onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
		.execute();
	await peopleChanged(tx);
	await record(tx, { act: "change-own-availability", about: me });
}

/** Replaces what someone offers or seeks; levels in retired competencies stay as they are. */
export async function saveLevels(
	tx: Tx,
	me: string,
	{
		side,
		levels,
		seen,
	}: {
		readonly side: SkillSide;
		readonly levels: ReadonlyMap<string, number>;
		readonly seen: string;
	},
): Promise<void> {
	await lockPerson(tx, me);
	refuseStale([...(await ownLevels(tx, me, side))], seen);
	const count = await replaceLevels(tx, me, side, levels);
	await record(tx, {
		act: side === "offer" ? "change-own-offers" : "change-own-seeks",
		about: me,
		detail: { count },
	});
}

/** Replaces the answers to the questionnaire; none at all withdraws it. */
export async function saveStyle(
	tx: Tx,
	me: string,
	{ answers, seen }: { readonly answers: StyleAnswers; readonly seen: string },
): Promise<void> {
	await lockPerson(tx, me);
	refuseStale(await ownStyle(tx, me), seen);
	await tx.deleteFrom("style_answer").where("person_id", "=", me).execute();
	const rows = Object.entries(answers).map(([question, answer]) => ({
		person_id: me,
		question,
		answer,
	}));
	if (rows.length > 0)
		await tx.insertInto("style_answer").values(rows).execute();
	await record(tx, { act: "change-own-style", about: me });
}

async function replaceLevels(
	tx: Tx,
	me: string,
	side: SkillSide,
	levels: ReadonlyMap<string, number>,
): Promise<number> {
	const active = (await activeCompetencies(tx)).map(({ id }) => id);
	if (active.length > 0)
		await tx
			.deleteFrom(side)
			.where("person_id", "=", me)
			.where("competency_id", "in", active)
			.execute();
	const rows = active.flatMap((id) => {
		const level = levels.get(id);
		return level === undefined
			? []
			: [
					{
						person_id: me,
						competency_id: id,
						level,
						source: "self" as const,
					},
				];
	});
	if (rows.length > 0) await tx.insertInto(side).values(rows).execute();
	return rows.length;
}
