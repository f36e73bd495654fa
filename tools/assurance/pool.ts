import { crossPool } from "../../test/pool.ts";
import type { Section } from "./section.ts";

const transactions = 10_000;

export const section: Section = {
	title: "Fifty people over four connections",
	measure: async () => {
		const { own, foreign, none, broken, cut } = await crossPool(transactions);
		return [
			"Each transaction asks for every row of a table in which each person has one. Many end badly: given up, an error in the database, cancelled by a time limit, after acting as somebody else, with the connection ended by the database.",
			"",
			"| transactions | of them ended badly | connection ended | rows of one's own | rows of others | without a row |",
			"| --- | --- | --- | --- | --- | --- |",
			`| ${[transactions, broken + cut, cut, own, foreign, none].map((count) => count.toLocaleString("en")).join(" | ")} |`,
		].join("\n");
	},
};
