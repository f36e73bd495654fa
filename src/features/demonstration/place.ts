import { type Database, transact } from "../../platform/database/database.ts";
import type { Ground } from "../../platform/database/ground.ts";
import type { Logins } from "../../platform/database/roles.ts";
import { makeDemonstration } from "./commands.ts";

/** The demonstration of an installation: a database of its own, opened when first asked for and made where it is not there yet. */
export type DemonstrationPlace = {
	/** The demonstration, if it has been made. */
	readonly find: () => Promise<Database | undefined>;
	readonly make: (
		report: (done: number, total: number) => void,
	) => Promise<void>;
};

export function demonstrationPlace(
	ground: Ground,
	open: (logins: Logins) => Promise<Database>,
): DemonstrationPlace {
	let opened: Promise<Database> | undefined;
	let isMade = false;
	const openOnce = () => {
		opened ??= ground.demonstration().then(open);
		opened.catch(() => {
			opened = undefined;
		});
		return opened;
	};
	const find = async () => {
		if (opened === undefined && !(await ground.hasDemonstration()))
			return undefined;
		const database = await openOnce();
		isMade ||= await isDemonstration(database);
		return isMade ? database : undefined;
	};
	return {
		find,
		make: async (report) => {
			if ((await find()) !== undefined) return;
			await makeDemonstration(
				await openOnce(),
				{ people: 600, seed: 1 },
				report,
			);
		},
	};
}

/** The mark is written in the same transaction as the company: there is no half demonstration. */
async function isDemonstration(database: Database): Promise<boolean> {
	return transact(
		database,
		{ actor: { kind: "process", process: "anyone" }, access: "read" },
		async (tx) => {
			const row = await tx
				.selectFrom("organisation")
				.select("is_demonstration")
				.executeTakeFirst();
			return row?.is_demonstration ?? false;
		},
	);
}
