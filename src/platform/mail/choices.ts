import { sql } from "kysely";
import type { MailChoice, Way } from "../../domain/mail/sending.ts";
import { type MailTimes, usualTimes } from "../../domain/mail/times.ts";
import { type LetterTopic, letterTopics } from "../../domain/mail/topic.ts";
import type { Db } from "../database/database.ts";

type ChoiceRow = {
	readonly id: string;
	readonly zone: string;
	readonly digest: MailTimes["digest"] | null;
	readonly digestWeekday: number;
	readonly digestHour: number;
	readonly quietFrom: number;
	readonly quietUntil: number;
	readonly quietDays: readonly number[];
	readonly ways: unknown;
};

/** When and how people want their mail, by person. Must run as the process `mail`, or for oneself. */
export async function mailChoices(
	db: Db,
	people: readonly string[],
): Promise<ReadonlyMap<string, MailChoice>> {
	const { rows } = await sql<ChoiceRow>`
		select person.id, coalesce(person.time_zone, (select time_zone from organisation), 'UTC') as zone, digest,
			digest_weekday as "digestWeekday", digest_hour as "digestHour", quiet_from as "quietFrom", quiet_until as "quietUntil",
			quiet_days as "quietDays", ways
		from person left join mail_choice on mail_choice.person_id = person.id
		where person.id = any (${[...new Set(people)]}::uuid[])
	`.execute(db);
	return new Map(rows.map((row) => [row.id, choiceOf(row)]));
}

function choiceOf({ zone, ways, ...row }: ChoiceRow): MailChoice {
	const { digest } = row;
	return {
		zone: isZone(zone) ? zone : "UTC",
		ways: waysOf(ways),
		times: digest === null ? usualTimes : { ...timesIn(row), digest },
	};
}

function timesIn(row: Omit<ChoiceRow, "zone" | "ways">) {
	const { digestWeekday, digestHour, quietFrom, quietUntil, quietDays } = row;
	return { digestWeekday, digestHour, quietFrom, quietUntil, quietDays };
}

function waysOf(ways: unknown): Partial<Record<LetterTopic, Way>> {
	const said = new Map(Object.entries(Object(ways)));
	return Object.fromEntries(
		letterTopics.flatMap((topic) => {
			const way = said.get(topic);
			return way === "digest" || way === "never" || way === "mail"
				? [[topic, way]]
				: [];
		}),
	);
}

// The directory takes what an HR file says. Asked of the same few names for every mail, and dear to ask.
const zonesAsked = new Map<string, boolean>();

function isZone(name: string): boolean {
	const known = zonesAsked.get(name);
	if (known !== undefined) return known;
	const found = isKnownToIntl(name);
	if (zonesAsked.size < 1_000) zonesAsked.set(name, found);
	return found;
}

function isKnownToIntl(name: string): boolean {
	try {
		Intl.DateTimeFormat("en", { timeZone: name });
		return true;
	} catch {
		return false;
	}
}
