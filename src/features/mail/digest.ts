// One mail with what waits for somebody and what happened meanwhile. It is written for the day it goes out, of one day there is never a second.
import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import {
	type Database,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import type { Letter, LetterLine } from "../../platform/mail/letter.ts";
import { mailChoices } from "../../platform/mail/choices.ts";
import { type Outgoing, post } from "../../platform/mail/mail.ts";
import { t } from "../../ui/text.ts";
import type { Waiting, WaitingQuery } from "../today/queries.ts";

export type Digesting = {
	readonly person: string;
	readonly sources: readonly WaitingQuery[];
	readonly origin: string;
	readonly now: Date;
};

const asMail = {
	actor: { kind: "process", process: "mail" },
	access: "write",
} as const;

/** Writes somebody's digest, where there is anything to say. */
export async function writeDigest(
	database: Database,
	{ person, sources, origin, now }: Digesting,
): Promise<void> {
	const reader = await transact(database, asMail, (tx) =>
		findReader(tx, person),
	);
	if (reader === undefined) return;
	await inLocale(asLocale(reader.locale) ?? "en", async () => {
		// What waits for somebody is theirs to see: it is asked for in their name, and nothing can be written there.
		const waiting = await transact(
			database,
			{ actor: { kind: "person", person }, access: "read" },
			async (db) => {
				const found: Waiting[] = [];
				for (const find of sources) found.push(...(await find(db, reader)));
				return found;
			},
		);
		await transact(database, asMail, (tx) =>
			postDigest(tx, { reader, waiting, origin, now }),
		);
	});
}

async function postDigest(
	tx: Tx,
	{
		reader,
		waiting,
		origin,
		now,
	}: {
		readonly reader: Reader;
		readonly waiting: readonly Waiting[];
		readonly origin: string;
		readonly now: Date;
	},
): Promise<void> {
	const letters = await tx
		.selectFrom("mail")
		.select(["id", "subject", "button_url as url"])
		.where("person_id", "=", reader.id)
		.where("sending", "=", "digest")
		.where("sent_at", "is", null)
		.where("digest_id", "is", null)
		.orderBy("created_at")
		.forUpdate()
		.execute();
	if (letters.length === 0 && waiting.length === 0) return;
	const choice = (await mailChoices(tx, [reader.id])).get(reader.id);
	const day = Temporal.Instant.fromEpochMilliseconds(now.getTime())
		.toZonedDateTimeISO(choice?.zone ?? "UTC")
		.toPlainDate()
		.toString();
	const event = `digest ${day}`;
	const digest: Outgoing = {
		to: reader.id,
		kind: "digest",
		event,
		letter: digestLetter(reader.firstName, {
			waiting,
			letters: letters.map(({ subject, url }) => ({
				text: subject,
				url: url ?? `${origin}/`,
			})),
			origin,
		}),
	};
	await post(tx, digest, now);
	// Where there was a digest that day already, the letters wait for the next one.
	await sql`
		update mail set digest_id = digest.id
		from mail digest
		where digest.person_id = ${reader.id} and digest.event = ${event} and digest.kind = 'digest' and digest.created_at = ${now}
			and mail.id = any (${letters.map(({ id }) => id)}::uuid[])
	`.execute(tx);
}

function digestLetter(
	name: string,
	{
		waiting,
		letters,
		origin,
	}: {
		readonly waiting: readonly Waiting[];
		readonly letters: readonly LetterLine[];
		readonly origin: string;
	},
): Letter {
	const minutes = waiting.reduce((sum, each) => sum + each.minutes, 0);
	const count = waiting.length;
	const told = waiting.flatMap(({ title, inMail, href, minutes: each }) =>
		inMail === undefined
			? []
			: [
					{
						text: inMail === true ? title : inMail,
						note: t(
							"about {minutes, plural, one {one minute} other {# minutes}}",
							{ minutes: each },
						),
						url: `${origin}${href}`,
					},
				],
	);
	const untold = count - told.length;
	return {
		subject:
			count === 0
				? t("News from Baton")
				: t(
						"{count, plural, one {One thing waits} other {# things wait}} for you, about {minutes, plural, one {one minute} other {# minutes}}",
						{ count, minutes },
					),
		paragraphs: [
			t("Dear {name},", { name }),
			count === 0
				? t("nothing waits for you. This is what happened:")
				: t(
						"{count, plural, one {one thing waits} other {# things wait}} for you in Baton, about {minutes, plural, one {one minute} other {# minutes}} in all.",
						{ count, minutes },
					),
		],
		lines: [
			...told,
			...(untold === 0
				? []
				: [
						{
							text: t(
								"{count, plural, one {One more thing} other {# more things}}, for you alone",
								{ count: untold },
							),
							url: `${origin}/`,
						},
					]),
			...letters,
		],
		button: { label: t("Open Today"), url: `${origin}/` },
		foot: t("Your digest from Baton, your organisation’s mentoring platform"),
	};
}

type Reader = Visitor & { readonly firstName: string };

/** Who reads it, as a visit would find them; undefined once they have left. */
async function findReader(tx: Tx, person: string): Promise<Reader | undefined> {
	const row = await tx
		.selectFrom("person")
		.select([
			"id",
			"first_name as firstName",
			"last_name as lastName",
			"time_zone as timeZone",
			sql<
				string | null
			>`coalesce(locale, (select locale from organisation))`.as("locale"),
		])
		.where("id", "=", person)
		.where("left_on", "is", null)
		.executeTakeFirst();
	if (row === undefined) return undefined;
	const offices = await tx
		.selectFrom("office")
		.select(["office", "program_id as program"])
		.where("person_id", "=", person)
		.where("from_at", "<=", sql<Date>`now()`)
		.where((office) =>
			office.or([
				office("until_at", "is", null),
				office("until_at", ">", sql<Date>`now()`),
			]),
		)
		.execute();
	const { lastName, ...known } = row;
	return { ...known, name: `${row.firstName} ${lastName}`.trim(), offices };
}
