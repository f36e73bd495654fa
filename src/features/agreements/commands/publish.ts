import {
	type AgreementText,
	agreementTopics,
	type AgreementTopic,
} from "../../../domain/relationships/agreement.ts";
import { saysTheSame } from "../../../domain/relationships/agreement-changes.ts";
import { starterAgreement } from "../../../domain/relationships/agreement-starters.ts";
import { type Tx, nowOf } from "../../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { lockProgram } from "../../programs/commands/programs.ts";
import { readAgreement } from "../agreement-body.ts";
import { askMembers } from "../letters.ts";
import { findDraft } from "../queries.ts";

export type Place = {
	readonly program: string;
	readonly topic: AgreementTopic;
};

/** Keeps a draft. Whoever began from an older one is told, so that nobody's words get lost. */
export async function saveDraft(
	tx: Tx,
	{ program, topic }: Place,
	{
		text,
		revision,
		by,
	}: {
		readonly text: AgreementText;
		readonly revision: number;
		readonly by: string;
	},
): Promise<void> {
	await lockProgram(tx, program);
	const before = await findDraft(tx, program, topic);
	if ((before?.revision ?? 0) !== revision) throw draftHasMoved();
	const row = {
		body: JSON.stringify(text),
		saved_by: by,
		saved_at: nowOf(tx),
	};
	if (before === undefined)
		await tx
			.insertInto("agreement_draft")
			.values({ program_id: program, topic, ...row })
			.execute();
	else
		await tx
			.updateTable("agreement_draft")
			.set({ ...row, revision: revision + 1 })
			.where("program_id", "=", program)
			.where("topic", "=", topic)
			.execute();
	await record(tx, {
		act: "save-agreement-draft",
		subject: { kind: "program", id: program },
		detail: { topic },
	});
}

export async function discardDraft(
	tx: Tx,
	{ program, topic }: Place,
): Promise<void> {
	await dropDraft(tx, { program, topic });
	await record(tx, {
		act: "discard-agreement-draft",
		subject: { kind: "program", id: program },
		detail: { topic },
	});
}

export type Publication = {
	/** What whoever publishes had before them. */
	readonly revision: number;
	readonly after: number;
	/** Why earlier acceptances stand; null: everyone is asked again. */
	readonly whyNotAgain: string | null;
	readonly by: string;
	readonly origin: string;
};

/** The draft becomes the next version. From now on it is what members accept. */
export async function publishDraft(
	tx: Tx,
	{ program, topic }: Place,
	{ revision, after, whyNotAgain, by, origin }: Publication,
): Promise<number> {
	await lockProgram(tx, program);
	const draft = await findDraft(tx, program, topic);
	if (draft === undefined) throw new NotFound();
	const current = await currentText(tx, { program, topic });
	if (draft.revision !== revision || (current?.version ?? 0) !== after)
		throw draftHasMoved();
	if (current !== undefined && saysTheSame(current.text, draft.text))
		throw new Invalid({}, t("Nothing is different from the current version."));
	if (current === undefined && whyNotAgain !== null)
		throw new Invalid({
			again: t("The first version asks everyone."),
		});
	await dropDraft(tx, { program, topic });
	await insertVersion(tx, {
		place: { program, topic },
		version: after + 1,
		text: draft.text,
		whyNotAgain,
		by,
	});
	if (whyNotAgain === null)
		await askMembers(tx, { program, topics: [topic], origin });
	return after + 1;
}

/** Publishes the starter texts as they are, for every topic that has neither a version nor a draft. */
export async function publishStarters(
	tx: Tx,
	program: string,
	{
		language,
		by,
		origin,
	}: {
		readonly language: "en" | "de";
		readonly by: string;
		readonly origin: string;
	},
): Promise<void> {
	await lockProgram(tx, program);
	const topics: AgreementTopic[] = [];
	for (const topic of agreementTopics) {
		const place = { program, topic };
		const isBegun =
			(await currentText(tx, place)) ?? (await findDraft(tx, program, topic));
		if (isBegun !== undefined) continue;
		topics.push(topic);
		await insertVersion(tx, {
			place,
			version: 1,
			text: starterAgreement(topic, language),
			whyNotAgain: null,
			by,
		});
	}
	if (topics.length === 0)
		throw new Conflict(t("These texts have been begun already."));
	await askMembers(tx, { program, topics, origin });
}

async function insertVersion(
	tx: Tx,
	{
		place: { program, topic },
		version,
		text,
		whyNotAgain,
		by,
	}: {
		readonly place: Place;
		readonly version: number;
		readonly text: AgreementText;
		readonly whyNotAgain: string | null;
		readonly by: string;
	},
): Promise<void> {
	await tx
		.insertInto("agreement_text")
		.values({
			program_id: program,
			topic,
			version,
			body: JSON.stringify(text),
			asks_again: whyNotAgain === null,
			why_not_again: whyNotAgain,
			published_by: by,
		})
		.execute();
	await record(tx, {
		act: "publish-agreement",
		subject: { kind: "program", id: program },
		detail: { topic, version, asksAgain: whyNotAgain === null },
	});
}

async function currentText(tx: Tx, { program, topic }: Place) {
	const row = await tx
		.selectFrom("agreement_text")
		.select(["version", "body"])
		.where("program_id", "=", program)
		.where("topic", "=", topic)
		.orderBy("version", "desc")
		.limit(1)
		.executeTakeFirst();
	return row && { version: row.version, text: readAgreement(row.body) };
}

async function dropDraft(tx: Tx, { program, topic }: Place): Promise<void> {
	await tx
		.deleteFrom("agreement_draft")
		.where("program_id", "=", program)
		.where("topic", "=", topic)
		.execute();
}

function draftHasMoved(): Conflict {
	return new Conflict(
		t(
			"Someone else has worked on this text meanwhile. Open it once more, and enter your changes there.",
		),
	);
}
