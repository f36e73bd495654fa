import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import {
	type Database,
	transact,
	type Tx,
	nowOf,
} from "../../platform/database/database.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { unsignedLink } from "../../platform/links/signed-link.ts";
import { log } from "../../platform/log/log.ts";
import { t } from "../../ui/text.ts";
import { mailPeople } from "../programs/letters.ts";
import { type Due, pulsesDue } from "./queries.ts";

const DAYS_TO_ANSWER = 21;

/** Once a week those are mailed who are to be asked: nobody about more than one relationship, however many they have. */
export const pulseJobs = (origin: string): readonly Job[] => [
	{
		name: "ask-pulse",
		every: "0 7 * * 2",
		run: async (_, database) => {
			const asked = await asPulse(database, (tx) =>
				askPulse(tx, nowOf(tx).toISOString().slice(0, 10), origin),
			);
			log("pulse-asked", { people: asked });
		},
	},
	{
		name: "close-referrals",
		every: "40 3 * * *",
		run: (_, database) => asPulse(database, closeReferrals),
	},
];

/** Mails everybody one question, for one of their relationships in turn. Gives how many. Must run as the process `pulse`. */
export async function askPulse(
	tx: Tx,
	today: string,
	origin: string,
): Promise<number> {
	const week = Temporal.PlainDate.from(today).weekOfYear ?? 0;
	const due = Map.groupBy(await pulsesDue(tx, today), ({ person }) => person);
	const chosen = [...due.values()].flatMap((own) => {
		const one = own[week % own.length];
		return one === undefined ? [] : [one];
	});
	if (chosen.length > 0) await mailQuestions(tx, chosen, { today, origin });
	return chosen.length;
}

/** One letter each, however many there are in the same few statements. */
async function mailQuestions(
	tx: Tx,
	chosen: readonly Due[],
	{ today, origin }: { readonly today: string; readonly origin: string },
): Promise<void> {
	const by = Temporal.PlainDate.from(today).add({ days: DAYS_TO_ANSWER });
	const about = new Map(chosen.map((one) => [one.person, one]));
	const asked = (person: string): Due => {
		const found = about.get(person);
		if (found === undefined) throw new Error("nobody asked for this letter");
		return found;
	};
	await mailPeople(tx, {
		kind: "pulse",
		event: (person) =>
			`pulse ${asked(person).relationship} ${asked(person).period}`,
		by: by.toString(),
		people: [...about.keys()],
		letter: ({ id, firstName }) => ({
			subject: t("How is it going?"),
			paragraphs: [
				t("Dear {name},", { name: firstName }),
				t(
					"one question about your mentoring, answered with one press. Nobody but you reads your answer.",
				),
			],
			button: {
				label: t("Answer"),
				url: unsignedLink(origin, "/pulse", {
					purpose: "pulse",
					subject: asked(id).relationship,
					expires: new Date(`${by.toString()}T00:00:00Z`),
				}),
			},
			foot: t("Sent because of a mentoring relationship of yours."),
		}),
	});
}

/** What concerns relationships that have ended is over, and what is over for ninety days goes. Must run as the process `pulse`. */
export async function closeReferrals(tx: Tx): Promise<void> {
	await sql`
		update referral set closed_at = now()
		where closed_at is null
			and exists (select from relationship_ending ending where ending.relationship_id = referral.relationship_id)
	`.execute(tx);
	await tx
		.deleteFrom("referral")
		.where("closed_at", "<", sql<Date>`now() - interval '90 days'`)
		.execute();
}

function asPulse<T>(
	database: Database,
	work: (tx: Tx) => Promise<T>,
): Promise<T> {
	return transact(
		database,
		{ actor: { kind: "process", process: "pulse" }, access: "write" },
		work,
	);
}
