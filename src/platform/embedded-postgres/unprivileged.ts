import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StartupProblem } from "../startup-problem.ts";

/** Who PostgreSQL runs as: it refuses root, so root's Baton lowers it to a user with an entry in the user list. */
export type RunAs = { readonly uid?: number; readonly gid?: number };

export function unprivilegedUser(): RunAs {
	if (process.getuid?.() !== 0) return {};
	const entries = readFileSync("/etc/passwd", "utf8").split("\n");
	for (const name of ["postgres", "nobody"]) {
		const entry = entries.find((line) => line.startsWith(`${name}:`));
		const [, , uid, gid] = entry?.split(":") ?? [];
		if (uid !== undefined && gid !== undefined)
			return { uid: Number(uid), gid: Number(gid) };
	}
	throw new StartupProblem(
		'PostgreSQL refuses to run as root and this machine has no user "postgres" or "nobody": start Baton as an ordinary user, or set DATABASE_URL.',
	);
}

/** Whether that user may walk down to the folder: a home of mode 0700 on the way is a wall. */
export function canReach(folder: string, user: RunAs): boolean {
	if (user.uid === undefined) return true;
	const parent = dirname(folder);
	return (
		mayEnter(folder, user) && (parent === folder || canReach(parent, user))
	);
}

function mayEnter(folder: string, { uid, gid }: RunAs): boolean {
	const found = statSync(folder, { throwIfNoEntry: false });
	if (found === undefined || !found.isDirectory()) return true;
	if (found.uid === uid) return (found.mode & 0o100) !== 0;
	if (found.gid === gid) return (found.mode & 0o010) !== 0;
	return (found.mode & 0o001) !== 0;
}
