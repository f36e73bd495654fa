import { randomBytes } from "node:crypto";
import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	readFileSync,
	writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { StartupProblem } from "../startup-problem.ts";
import { canReach, unprivilegedUser } from "./unprivileged.ts";

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/**
 * Where the data lies: what BATON_DATA says, else `data/` in the checkout, else (the checkout is out of reach for the user that the
 * database runs as) `/var/lib/baton/<id>`, with a random id kept in the checkout so that two clones never share a database.
 */
export function dataFolder(asked: string | undefined): string {
	const user = unprivilegedUser();
	if (asked !== undefined) {
		const folder = resolve(asked);
		if (canReach(folder, user)) return writable(folder);
		throw new StartupProblem(
			`The data folder ${folder} is out of reach for the user the database runs as: choose a folder outside root's home for BATON_DATA.`,
		);
	}
	const inside = join(checkout, "data");
	return writable(canReach(inside, user) ? inside : reachableFolder());
}

/** A folder of this checkout's own that every user can walk to. */
export function reachableFolder(): string {
	const file = join(checkout, ".baton/id");
	if (!existsSync(file)) {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, randomBytes(8).toString("hex"));
	}
	return join("/var/lib/baton", readFileSync(file, "utf8").trim());
}

function writable(folder: string): string {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o755 });
		accessSync(folder, constants.W_OK);
		return folder;
	} catch {
		throw new StartupProblem(
			`The data folder ${folder} cannot be written: free it, or set BATON_DATA to another folder.`,
		);
	}
}
