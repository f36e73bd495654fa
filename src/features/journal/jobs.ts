import { appendFile } from "node:fs/promises";
import { transact } from "../../platform/database/database.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { sealJournal } from "../../platform/journal/seal.ts";
import { journalSigner } from "../../platform/journal/signer.ts";
import { logError } from "../../platform/log/log.ts";
import { sendDigest } from "./digest.ts";

/** Seals the journal every minute, and carries its checkpoints outside: to a file at once, to the office holders every Monday. */
export function journalJobs({
	origin,
	checkpointFile,
}: {
	readonly origin: string;
	readonly checkpointFile: string | undefined;
}): readonly Job[] {
	const seal: Job["run"] = async (_payload, database) => {
		await sealJournal(database, {
			signer: journalSigner(database.vault),
			now: () => new Date(),
			onCheckpoint: (note) => carryOut(note, checkpointFile),
		});
	};
	return [
		{ name: "seal-journal", every: "* * * * *", run: seal },
		{
			name: "journal-digest",
			every: "0 6 * * 1",
			run: async (payload, database) => {
				await seal(payload, database);
				await transact(
					database,
					{ actor: { kind: "process", process: "journal" }, access: "write" },
					(tx) => sendDigest(tx, origin),
				);
			},
		},
	];
}

// The journal is sealed whether or not the file can be written; the next checkpoint covers this one's entries too.
async function carryOut(note: string, file: string | undefined): Promise<void> {
	if (file === undefined) return;
	try {
		await appendFile(file, `${note}\n`);
	} catch (error) {
		logError("checkpoint-not-written", error);
	}
}
