import { randomUUID } from "node:crypto";
import type { AgreementTopic } from "../../domain/relationships/agreement.ts";
import type { Tx } from "../../platform/database/database.ts";
import { formatList, t } from "../../ui/text.ts";
import { actingAs } from "../programs/acting.ts";
import { mailPeople } from "../programs/letters.ts";
import { runningIn } from "./queries.ts";
import { topicName } from "./words.ts";

/** Tells everyone in a running relationship of the program that there is something to read and accept. Today says where. */
export async function askMembers(
	tx: Tx,
	{
		program,
		topics,
		origin,
	}: {
		readonly program: string;
		readonly topics: readonly AgreementTopic[];
		readonly origin: string;
	},
): Promise<void> {
	const { name } = await tx
		.selectFrom("program")
		.select("name")
		.where("id", "=", program)
		.executeTakeFirstOrThrow();
	const pairs = await actingAs(tx, "agreements", () => runningIn(tx, program));
	await mailPeople(tx, {
		kind: "agreements",
		event: `agreements ${program} ${randomUUID()}`,
		people: [...new Set(pairs.flatMap(({ members }) => members))],
		letter: ({ firstName }) => ({
			subject: t("What you promise each other in “{program}”", {
				program: name,
			}),
			paragraphs: [
				t("Dear {name},", { name: firstName }),
				t(
					"these texts are published anew: {topics}. Please read them, see what changed, and accept them for yourself before your next session.",
					{ topics: formatList(topics.map(topicName)) },
				),
			],
			button: { label: t("Read and accept"), url: `${origin}/` },
			foot: t("Sent because of your part in “{program}”.", { program: name }),
		}),
	});
}
