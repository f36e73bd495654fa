import { runCanary } from "../../test/canary/canary.ts";
import type { Section } from "./section.ts";

const wherever: Readonly<Record<string, string>> = {
	memory: "memory of Baton's process and of the database server's",
	rows: "every row of every table, those of the job queue too",
	files:
		"every file of the data folder: tables, write-ahead log, key file, and PostgreSQL's log with every statement and what was bound to it",
	log: "everything Baton said (it has one level of saying)",
	mails:
		"mails, as a mail server received them, invitations with their calendar files among them",
	feed: "the calendar file that a calendar program reads",
	export: "the person's own export (a ZIP archive)",
	browser:
		"profile of a browser on disk, after notes were written, changed and left unsent in it, and signing out",
};

const belongsNot: Readonly<Record<string, string>> = {
	log: " (no text of people's belongs in a log)",
	feed: " (it says when and with whom, and is read without signing in)",
};

export const section: Section = {
	title: "A thousand sealed notes, searched for everywhere",
	measure: async () => {
		const { notes, places } = await runCanary(1000);
		return [
			`${notes.toLocaleString("en")} notes with a mark of their own in each are sealed by the code that browsers run and sent to a Baton that runs as operators run it: half for oneself, half shared; a`,
			"third is changed, every tenth is sent once more and refused, some are deleted. Then the mark is looked for in UTF-8, UTF-16 (both orders), hex, base64 at three offsets, and all of these inside gzip,",
			"zlib, zip and brotli streams. A second mark stands in an agenda, which Baton encrypts before the database sees it and only the members read. A third stands in texts that are not sealed (a profile, the place of a",
			"session): where it is not found, the search would be worth nothing.",
			"",
			"| place | sealed mark | mark in an agenda | open mark |",
			"| --- | --- | --- | --- |",
			...places.map(
				({ place, sealed, shelf, open }) =>
					`| ${wherever[place] ?? place} | ${found(sealed)} | ${place === "memory" ? "not searched: Baton encrypts it, and so reads it" : found(shelf)}${place === "export" ? " (it is the member's own)" : ""} | ${found(open)}${belongsNot[place] ?? ""} |`,
			),
			"",
			...(places.some(({ place }) => place === "memory")
				? []
				: ["Memory was not searched: this machine does not let one.", ""]),
			"The same runs with 40 notes in `npm test` (test/canary). Whoever takes a backup takes these rows and files.",
		].join("\n");
	},
};

function found(hits: readonly string[]): string {
	return hits.length === 0 ? "nowhere" : "found";
}
