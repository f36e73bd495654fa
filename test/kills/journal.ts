import pg from "pg";
import { checkJournal } from "../../src/platform/journal/check.ts";
import { journalKeys } from "../../src/platform/journal/signer.ts";
import { type TestDatabase, testVault } from "../database.ts";

/** What ./baton check-journal finds. */
export async function journalProblems({
	logins,
}: TestDatabase): Promise<readonly string[]> {
	const client = new pg.Client(logins.owner);
	await client.connect();
	try {
		const { problems, problemCount } = await checkJournal(client, {
			outside: [],
			keys: journalKeys(testVault()),
		});
		return problemCount === 0 ? [] : [JSON.stringify(problems.slice(0, 5))];
	} finally {
		await client.end();
	}
}
