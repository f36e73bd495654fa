// Whom a mail server received an invitation for, compared with whom the database says were invited.
import type { TestDatabase } from "../database.ts";
import { asOwner } from "../owner.ts";
import { type Arrival, isBetween } from "./post.ts";

export type Invited = {
	readonly problems: readonly string[];
	readonly people: number;
	readonly mails: number;
	/** Came twice, under one Message-ID, with a kill or a cut between. */
	readonly twice: number;
};

type Row = {
	readonly address: string;
	readonly enrolments: number;
	readonly entries: number;
	readonly mails: number;
	readonly messageId: string | null;
	readonly isSent: boolean | null;
};

export async function compareInvitations(
	database: TestDatabase,
	arrivals: readonly Arrival[],
	{
		breaks,
		mayBeOnTheirWay,
	}: {
		/** When something was killed or cut off. */
		readonly breaks: readonly Date[];
		/** How many mails all of them can have caught between the mail server's answer and its record. */
		readonly mayBeOnTheirWay: number;
	},
): Promise<Invited> {
	const rows = await asOwner<Row>(database, INVITED);
	const problems: string[] = [];
	const received = Map.groupBy(
		arrivals.map(({ source, at }) => ({
			at,
			to: headerOf(source, "To"),
			messageId: headerOf(source, "Message-ID"),
		})),
		({ to }) => to,
	);
	let twice = 0;
	for (const row of rows) {
		const { address, enrolments, entries, mails, messageId, isSent } = row;
		const got = received.get(address) ?? [];
		received.delete(address);
		if (enrolments !== 1 || entries !== 1 || mails !== 1 || isSent !== true)
			problems.push(`half or doubled: ${JSON.stringify(row)}`);
		if (got.length === 0) problems.push(`lost: nothing came to ${address}`);
		if (got.some((mail) => mail.messageId !== messageId))
			problems.push(`doubled: ${address} got another message too`);
		for (const [place, { at }] of got.entries()) {
			const before = got[place - 1];
			if (before === undefined) continue;
			twice++;
			if (!breaks.some((each) => isBetween(each, before.at, at)))
				problems.push(`${address} got it twice, and nothing broke off between`);
		}
	}
	for (const address of received.keys())
		problems.push(`${address} was not invited, and got a mail`);
	if (twice > mayBeOnTheirWay)
		problems.push(
			`${twice} came twice, where ${mayBeOnTheirWay} were on their way at most`,
		);
	return { problems, people: rows.length, mails: arrivals.length, twice };
}

function headerOf(source: Buffer, name: string): string {
	const head = source.subarray(0, source.indexOf("\r\n\r\n")).toString("utf8");
	const unfolded = head.replaceAll(/\r\n[ \t]/g, " ");
	return new RegExp(`^${name}: (.*)$`, "mi").exec(unfolded)?.[1]?.trim() ?? "";
}

const INVITED = `
	select person.email as address,
		(select count(*)::integer from enrolment where person_id = person.id and status = 'invited') as enrolments,
		(select count(*)::integer from journal where about_person_id = person.id and act = 'invite-to-program') as entries,
		count(mail.id)::integer as mails, min(mail.message_id) as "messageId", bool_and(mail.sent_at is not null) as "isSent"
	from person left join mail on mail.person_id = person.id and mail.kind = 'invitation'
	group by person.id`;
