import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { smallestCompany } from "../domain/demonstration/tree.ts";
import { makeDemonstration } from "../features/demonstration/commands.ts";
import { openPlace } from "../installation.ts";
import { openGround } from "../platform/database/ground.ts";
import type { Io } from "./io.ts";

export const help = `Usage: ./baton demo [--people N] [--seed S]

Makes the demonstration anew: a fictional company with a year and a half of program life. It has a database of its own;
the organisation's is not touched. npm start -- --demo then opens it.

  --people N  how many people (600; at least ${smallestCompany}, at most 50000)
  --seed S    another company (1)`;

export async function run(args: readonly string[], io: Io): Promise<number> {
	const { values } = parseArgs({
		args: [...args],
		options: {
			people: { type: "string", default: "600" },
			seed: { type: "string", default: "1" },
		},
	});
	const people = Number(values.people);
	const seed = Number(values.seed);
	const isUsable =
		Number.isInteger(people) &&
		people >= smallestCompany &&
		people <= 50_000 &&
		Number.isInteger(seed);
	if (!isUsable) {
		io.stderr(`${help}\n`);
		return 2;
	}
	const config = readConfig();
	const ground = await openGround(config);
	try {
		await ground.dropDemonstration();
		const place = await openPlace(await ground.demonstration(), config);
		await makeDemonstration(place.database, { people, seed }, () => {});
		await place.close();
		io.stdout(
			`The demonstration has ${people} people now. Open it with: npm start -- --demo\n`,
		);
		return 0;
	} finally {
		await ground.close();
	}
}
