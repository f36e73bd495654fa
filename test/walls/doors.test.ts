import assert from "node:assert/strict";
import test, { after } from "node:test";
import { everyRoute, nameOf } from "../../src/access-page.ts";
import type { Route } from "../../src/platform/http/route.ts";
import { admittedBy, meet } from "./door-matrix.ts";
import { doorLines } from "./door-lines.ts";
import { readDoor, weaker, writeDoor } from "./doors.ts";
import { freeze, thaw } from "./frozen.ts";
import { peopledWorld } from "./peopled-world.ts";
import { roomLines } from "./room-lines.ts";

const world = await peopledWorld();
freeze();
after(async () => {
	thaw();
	await world[Symbol.asyncDispose]();
});
const routes = everyRoute();

test("every route has its line, and lets through exactly whom the line names", () => {
	const problems = routes.flatMap((route) => {
		const admitted = admittedBy(route, world);
		const line = doorLines[nameOf(route)];
		return line !== undefined && isSame(admitted, readDoor(line, world.actors))
			? []
			: [`"${nameOf(route)}": "${writeDoor(admitted, world.actors)}",`];
	});
	assert.deepEqual(
		problems,
		[],
		`Whom these routes let through is not what test/walls/house-doors.ts and mentoring-doors.ts say. Is it meant? Then the lines are:\n${problems.join("\n")}\n`,
	);
	const names = routes.map(nameOf);
	for (const lines of [doorLines, roomLines])
		assert.deepEqual(
			Object.keys(lines).filter((name) => !names.includes(name)),
			[],
			"there are no such routes",
		);
});

test("whoever comes to a route meets what is written down, and refused looks like missing, byte for byte", async () => {
	const problems: string[] = [];
	const rooms: string[] = [];
	for (const route of routes.filter(isMounted)) {
		const admitted = readDoor(doorLines[nameOf(route)] ?? "", world.actors);
		const inside: string[] = [];
		for (const actor of world.actors) {
			const met = await meet(world, actor, route, { isThere: true });
			const who = `${actor.name} at ${nameOf(route)}`;
			if (met.what === "broken") problems.push(`${who}: broken`);
			if (met.what === "inside") inside.push(actor.name);
			if (met.what === "inside" && !admitted.includes(actor.name))
				problems.push(`${who}: inside`);
			if (met.what === "inside" || !route.path.includes("/:")) continue;
			const missing = await meet(world, actor, route, { isThere: false });
			if (missing.answer !== met.answer)
				problems.push(`${who}: refused does not look like missing`);
		}
		const expected = roomLines[nameOf(route)];
		const named =
			expected === undefined ? admitted : readDoor(expected, world.actors);
		if (!isSame(inside, named))
			rooms.push(`"${nameOf(route)}": "${writeDoor(inside, world.actors)}",`);
	}
	assert.deepEqual(problems, []);
	assert.deepEqual(
		rooms,
		[],
		`Who of those let through finds something is not what test/walls/room-lines.ts says. Is it meant? Then the lines are:\n${rooms.join("\n")}\n`,
	);
});

test("a guard made weaker is noticed", () => {
	const survivors = routes.flatMap((route) =>
		weaker(route.allow).flatMap((allow) => {
			const admitted = admittedBy({ ...route, allow }, world);
			const line = readDoor(doorLines[nameOf(route)] ?? "", world.actors);
			return isSame(admitted, line)
				? [`${nameOf(route)}: ${JSON.stringify(allow)}`]
				: [];
		}),
	);
	assert.deepEqual(survivors, []);
});

/** Routes for mail and for an identity provider are there only where those are configured. */
function isMounted(route: Route): boolean {
	return world.app.routes.some(
		({ path, method }) =>
			path === route.path &&
			method === (route.kind === "action" ? "POST" : "GET"),
	);
}

function isSame(one: readonly string[], two: readonly string[]): boolean {
	return JSON.stringify(one.toSorted()) === JSON.stringify(two.toSorted());
}
