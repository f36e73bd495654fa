import {
	type Findings,
	sum,
	type Week,
} from "../features/dry-run/findings-kept.ts";

/** What a dry run showed, for a terminal. */
export function dryRunText(
	findings: Findings,
	{ name, seconds }: { readonly name: string; readonly seconds: number },
): string {
	const { weeks, mailsAWeek, broken, mailsByKind } = findings;
	const held = sum(weeks, (week) => week.held);
	const kinds = Object.entries(mailsByKind).toSorted(
		([, one], [, other]) => other - one,
	);
	return `${[
		`${name}: a year in advance, with made-up people, gone through in ${seconds.toFixed(0)} seconds.`,
		"Figures of a simulation, not a forecast.",
		"",
		...table([
			["Mentors", findings.mentors],
			["Mentees", findings.mentees],
			["Sessions held and written up", held],
			["Sessions called off", sum(weeks, (week) => week.calledOff)],
			["Sessions that fell through", sum(weeks, (week) => week.missed)],
			["Sessions nobody said anything of", sum(weeks, (week) => week.open)],
			["Mails", findings.mails],
			["Mails to one person in a week, in the mean", mailsAWeek.mean],
			["Most mails to one person in a week", mailsAWeek.most],
			[`Weeks with more than ${mailsAWeek.limit}`, mailsAWeek.over],
			["First week without a free mentor", findings.mentorsRunOut ?? "none"],
		]),
		"",
		"Rules that must not break, and how often they did",
		...table([
			["Somebody in two sessions at once", broken.doubleBookings],
			["A mentor with more mentees than places", broken.overCapacity],
			["A mail that was due and did not go out", broken.unsentMails],
			["A mail that went out twice", broken.sameMailTwice],
		]),
		"",
		"Mails by kind",
		...table(kinds),
		"",
		"Week by week",
		...weekTable(findings),
	].join("\n")}\n`;
}

function weekTable({ weeks }: Findings): string[] {
	const columns = ["week from", "mails", "most", "held", "running", "waiting"];
	return [
		columns.map((title) => title.padStart(11)).join(""),
		...weeks.map((week) =>
			[
				week.from,
				mailsIn(week),
				week.most,
				week.held,
				week.running,
				week.waiting,
			]
				.map((cell) => String(cell).padStart(11))
				.join(""),
		),
	];
}

function mailsIn({ mails }: Week): number {
	let all = 0;
	for (const count of Object.values(mails)) all += count ?? 0;
	return all;
}

function table(
	rows: readonly (readonly [string, number | string])[],
): string[] {
	const width = Math.max(...rows.map(([label]) => label.length));
	return rows.map(
		([label, value]) =>
			`  ${label.padEnd(width)}  ${String(value).padStart(8)}`,
	);
}
