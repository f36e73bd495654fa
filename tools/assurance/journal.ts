import { tamperOften } from "../../test/tampered-journal.ts";
import type { Section } from "./section.ts";

export const section: Section = {
	title: "A journal changed by whoever has the database",
	measure: async () => {
		const kinds = await tamperOften(1000);
		const sum = (of: "done" | "found" | "placed" | "placeable") =>
			kinds.reduce((total, kind) => total + kind[of], 0);
		return [
			"A superuser of the database changes a sealed journal, every time from the untouched state, with triggers and row policies out of force. It is then checked against a checkpoint that had been sent outside before. Where the place of the first change can be told at all",
			"(a forger who makes a new tree in the same go leaves none), the check must name it.",
			"",
			"| what was done | times | found | first place named |",
			"| --- | --- | --- | --- |",
			...kinds.map(
				({ kind, done, found, placed, placeable }) =>
					`| ${kind} | ${done} | ${found} | ${placeable === 0 ? "–" : `${placed} of ${placeable}`} |`,
			),
			`| **all** | ${sum("done")} | ${sum("found")} | ${sum("placed")} of ${sum("placeable")} |`,
			"",
			"How long a check takes stands in bench/README.md.",
		].join("\n");
	},
};
