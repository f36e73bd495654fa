import type { SensitiveField } from "../../../domain/people/fields.ts";
import { SENSITIVE_FIELDS } from "../../../domain/people/fields.ts";
import type { CustomField } from "../../../domain/people/custom-field.ts";
import {
	readStyleChoice,
	type StyleAnswers,
	styleQuestions,
} from "../../../domain/style/questions.ts";
import type { Db } from "../../../platform/database/database.ts";
import { customFields } from "./employment.ts";

export type OwnWords = {
	readonly about: string | null;
	readonly experience: string | null;
	readonly clients: readonly string[];
	readonly industries: readonly string[];
};

/** What someone says about themselves, for the person's own forms. */
export async function ownWords(db: Db, me: string): Promise<OwnWords> {
	const row = await db
		.selectFrom("profile")
		.select(["about", "experience", "clients", "industries"])
		.where("person_id", "=", me)
		.executeTakeFirst();
	return row ?? { about: null, experience: null, clients: [], industries: [] };
}

export type OwnAvailability = {
	readonly languages: readonly string[];
	readonly timeZone: string | null;
	readonly capacity: number | null;
	readonly pausedUntil: string | null;
};

export async function ownAvailability(
	db: Db,
	me: string,
): Promise<
	OwnAvailability & {
		/** Hours a month over all programs; null: no limit. */
		readonly mostHours: number | null;
	}
> {
	const row = await db
		.selectFrom("person")
		.leftJoin("profile", "profile.person_id", "person.id")
		.select([
			"person.languages",
			"person.time_zone",
			"profile.capacity",
			"profile.most_hours",
			"profile.paused_until",
		])
		.where("person.id", "=", me)
		.executeTakeFirstOrThrow();
	return {
		languages: row.languages,
		timeZone: row.time_zone,
		capacity: row.capacity,
		mostHours: row.most_hours,
		pausedUntil: row.paused_until,
	};
}

export type SkillSide = "offer" | "seek";

/** Levels by competency id. */
export async function ownLevels(
	db: Db,
	me: string,
	side: SkillSide,
): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom(side)
		.select(["competency_id", "level"])
		.where("person_id", "=", me)
		.orderBy("competency_id")
		.execute();
	return new Map(rows.map((row) => [row.competency_id, row.level]));
}

export async function ownStyle(db: Db, me: string): Promise<StyleAnswers> {
	const rows = await db
		.selectFrom("style_answer")
		.select(["question", "answer"])
		.where("person_id", "=", me)
		.execute();
	const given = new Map(rows.map((row) => [row.question, row.answer]));
	return Object.fromEntries(
		styleQuestions.flatMap(({ key }) => {
			const choice = readStyleChoice(String(given.get(key) ?? ""));
			return choice === undefined ? [] : [[key, choice]];
		}),
	);
}

/** A sensitive fact one can state about oneself, and where it stands. */
export type OwnFact = {
	/** The key of the field, or of a sensitive field of the organisation's own. */
	readonly fact: string;
	readonly field: SensitiveField | CustomField;
	readonly proposed: string | null;
	readonly declared: string | null;
	readonly mayPair: boolean;
	readonly mayAudit: boolean;
	/** The person deleted it: no file proposes it again. */
	readonly isDeleted: boolean;
};

/** Every sensitive fact there is a field for, said or not. */
export async function ownFacts(db: Db, me: string): Promise<OwnFact[]> {
	const rows = await db
		.selectFrom("sensitive_fact")
		.selectAll()
		.where("person_id", "=", me)
		.execute();
	const custom = await customFields(db);
	const fields: readonly (SensitiveField | CustomField)[] = [
		...SENSITIVE_FIELDS,
		...custom.filter(({ isSensitive }) => isSensitive),
	];
	return fields.map((field) => {
		const fact = typeof field === "string" ? field : field.key;
		const row = rows.find((each) => each.fact === fact);
		return {
			fact,
			field,
			proposed: row?.proposed ?? null,
			declared: row?.declared ?? null,
			mayPair: row !== undefined && row.pairing_agreed_at !== null,
			mayAudit: row !== undefined && row.audit_agreed_at !== null,
			isDeleted: row !== undefined && row.deleted_at !== null,
		};
	});
}

/** What office holders do with somebody's record and access, beside reading it. */
export const actsOnRecord = [
	"make-invitation-link",
	"change-record",
	"import-changed-person",
	"grant-office",
	"end-office",
	"mark-as-left",
	"take-back-leaving",
	"export-confidential-facts",
] as const;

/** What office holders read of one's record or did with it, latest first. */
export async function readingsOf(db: Db, me: string) {
	return db
		.selectFrom("journal")
		.leftJoin("person", "person.id", "journal.person_id")
		.select([
			"journal.id",
			"journal.at",
			"journal.act",
			"journal.detail",
			"person.first_name",
			"person.last_name",
		])
		.where("journal.about_person_id", "=", me)
		.where((row) =>
			row.or([
				row("journal.act", "like", "read-%"),
				row("journal.act", "in", actsOnRecord),
			]),
		)
		.where("journal.person_id", "!=", me)
		.orderBy("journal.id", "desc")
		.limit(50)
		.execute();
}

export type Reading = Awaited<ReturnType<typeof readingsOf>>[number];
