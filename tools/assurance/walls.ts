import { everyRoute, nameOf } from "../../src/access-page.ts";
import { admittedBy } from "../../test/walls/door-matrix.ts";
import { doorLines } from "../../test/walls/door-lines.ts";
import { readDoor, weaker } from "../../test/walls/doors.ts";
import { filledDatabase } from "../../test/walls/filled-database.ts";
import { peopledWorld } from "../../test/walls/peopled-world.ts";
import {
	actors,
	prepareMeasure,
	protectedTables,
} from "../../test/walls/row-matrix.ts";
import { isNoticed, policyMutants } from "../../test/walls/row-policies.ts";
import type { Section } from "./section.ts";

export const section: Section = {
	title: "Two walls, each removed piece by piece",
	measure: async () =>
		[
			"Whoever asks for something passes two walls: the guard of the route, and row-level security in the database. Both are measured from outside, for",
			"every actor, and compared with what is written down in test/walls; then each piece is taken away or weakened, one at a time, and the comparison",
			"must turn red.",
			"",
			"| wall | pieces × actors | weakened | noticed |",
			"| --- | --- | --- | --- |",
			await guards(),
			await policies(),
			"",
			"What is not noticed is named, with the reason, in test/walls/row-policies.ts; anything else that is not noticed fails the test.",
		].join("\n"),
};

async function guards(): Promise<string> {
	const world = await peopledWorld();
	const routes = everyRoute();
	let [made, noticed] = [0, 0];
	for (const route of routes)
		for (const allow of weaker(route.allow)) {
			made++;
			const line = readDoor(doorLines[nameOf(route)] ?? "", world.actors);
			const admitted = admittedBy({ ...route, allow }, world);
			if (JSON.stringify(admitted) !== JSON.stringify(line)) noticed++;
		}
	const row = `| guards of routes | ${routes.length} routes × ${world.actors.length} | ${made} | ${share(noticed, made)} |`;
	await world[Symbol.asyncDispose]();
	return row;
}

async function policies(): Promise<string> {
	const database = await filledDatabase();
	await prepareMeasure(database);
	const row = await database.as(async (client) => {
		const tables = await protectedTables(client);
		const mutants = await policyMutants(client, database);
		let noticed = 0;
		for (const mutant of mutants)
			if (await isNoticed(client, database, mutant)) noticed++;
		return `| row-level security | ${tables.length} tables × ${actors().length} × read, add, change, delete | ${mutants.length} | ${share(noticed, mutants.length)} |`;
	});
	await database[Symbol.asyncDispose]();
	return row;
}

function share(part: number, whole: number): string {
	return `${part} (${((100 * part) / whole).toFixed(1)} %)`;
}
