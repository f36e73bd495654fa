import { attacksOn, unnoticed } from "../../test/hostile/attacks.ts";
import { setScene, signsOf } from "../../test/hostile/scene.ts";
import { pairWorld } from "../../test/two-pairs.ts";
import type { Section } from "./section.ts";

export const section: Section = {
	title: "A server that lies to those who write notes",
	measure: async () => {
		await using world = await pairWorld();
		const scene = await setScene(world);
		const honest = await signsOf(scene, async () => {});
		const rows: string[] = [];
		for (const [what, attacks] of Object.entries(attacksOn(scene))) {
			const tried = Object.keys(attacks).length;
			const missed = await unnoticed(scene, attacks);
			rows.push(`| ${what} | ${tried} | ${tried - missed.length} |`);
		}
		return [
			"What the real application sends to the browser of somebody who reads notes is changed on the way, as whoever has the server could: keys, notes, versions, epochs and the cost of passphrases are swapped,",
			"readers are added, earlier grants come again, signatures go. The code that browsers run must refuse each, where the reader sees it; and must refuse nothing to the server as it is",
			`(it refuses ${honest.length === 0 ? "nothing" : honest.join(", ")}).`,
			"",
			"| attack on | tried | refused where the reader sees it |",
			"| --- | --- | --- |",
			...rows,
			"",
			"The attacks stand by name in test/hostile. Those on what custodians of a recovery key can open have tests of their own (src/features/openings/hostile-server.test.ts). What a server can still do",
			"that changes the program it sends stands in the [threat model](threat-model.md).",
		].join("\n");
	},
};
