import {
	type InvitationsResult,
	killDuringInvitations,
} from "../../test/kills/invitations.ts";
import {
	killDuringMeetings,
	type MeetingsResult,
} from "../../test/kills/meetings.ts";
import type { Section } from "./section.ts";

export const section: Section = {
	title: "Killed two hundred and fifty times",
	measure: async () => {
		const seed = Date.now() % 1_000_000;
		// Two organisations at once, each with a database and Batons of its own: starting them is what takes the time.
		const [meetings, invitations] = await Promise.all([
			killDuringMeetings({
				kills: 200,
				pairs: 6,
				seed,
				life: 4000,
				pause: 150,
				forms: 500,
				isHurried: false,
			}).then(told),
			killDuringInvitations({
				people: 10_000,
				kills: 50,
				cuts: 10,
				seed,
				isHurried: false,
			}).then(told),
		]);
		const problems = meetings.problems.length + invitations.problems.length;
		if (problems > 0) throw new Error(`${problems} problems`);
		return [
			"Two Batons, as operators run them, serve one database and one mail server. Again and again one of them is killed (SIGKILL) at a random moment, a fifth of the time while it starts, and another is",
			`started in its place. Random numbers come from seed ${seed}.`,
			"",
			...aboutMeetings(meetings),
			"",
			...aboutInvitations(invitations),
			"",
			"What this does not show: the database server lives on, so nothing is said here of a power cut below it (that is PostgreSQL's write-ahead log, which Baton leaves switched on), of a disk that lies, or of",
			"a database that fails over. A mail that came twice came so because SMTP has no way to find out whether a mail that was not answered for had been taken (RFC 1047).",
			"The same runs with a handful of kills in `npm test` (test/kills).",
		].join("\n");
	},
};

function aboutMeetings(result: MeetingsResult): readonly string[] {
	return [
		"**Sessions.** The members of six pairs book, move and cancel, both at once, and now and then want a time that is taken. A form that breaks off is sent again with its one-time key, by the other Baton if need",
		"be, or given up. Afterwards what each was told is compared with every row, every entry of the journal and every mail that came.",
		"",
		"| | |",
		"| --- | --- |",
		row("kills", result.kills),
		row("forms answered as done: booked", result.booked),
		row("… moved", result.moved),
		row("… cancelled", result.cancelled),
		row("forms refused, as the time was taken", result.refused),
		row("forms that broke off", result.interrupted),
		row(
			"… done before they broke off, and answered as done when sent again",
			result.doneBefore,
		),
		row(
			`… given up: wholly done ${result.givenUpDone}, wholly undone`,
			result.givenUp - result.givenUpDone,
		),
		row("invitations, changes and cancellations received", result.mails),
		row(
			"… received twice with the same Message-ID, a kill between",
			result.twice,
		),
		row(
			"… received after one with a higher sequence number, which calendars then leave aside",
			result.late,
		),
		row(
			"acts lost, done twice or half done (a row, its members, its entry, its key or its mails without the others), people in two sessions at once, entries that do not hold (`check-journal`), mails missing, untrue or of a second Message-ID",
			result.problems.length,
		),
	];
}

function aboutInvitations(result: InvitationsResult): readonly string[] {
	return [
		`**Invitations.** One form invites ${result.people.toLocaleString("en")} people, each with a sign-in link of their own. Batons are killed while it is acted on and after random numbers of mails, half of them after`,
		"the mail server has taken a mail and before it says so; and the mail server is cut off in the middle of its conversations.",
		"",
		"| | |",
		"| --- | --- |",
		row("kills", result.kills),
		row("… that broke the form itself off", result.interruptions),
		row("cuts of the mail server", result.cuts),
		row("people", result.people),
		row("mails received", result.mails),
		row(
			"… received twice with the same Message-ID, a kill or a cut between",
			result.twice,
		),
		row(
			"people invited twice or by half, people who got no mail, mails of a second Message-ID, entries that do not hold",
			result.problems.length,
		),
	];
}

function row(what: string, count: number): string {
	return `| ${what} | ${count.toLocaleString("en")} |`;
}

/** Says what was found as soon as it is. */
function told<Result>(result: Result): Result {
	process.stderr.write(`${JSON.stringify(result)}\n`);
	return result;
}
