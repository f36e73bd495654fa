import { sql } from "kysely";
import { keyFor } from "../../domain/competencies/catalogue.ts";
import type {
	Catalogue,
	Competency,
} from "../../domain/competencies/catalogue.ts";
import { changesBetween } from "../../domain/competencies/version.ts";
import type { Tx } from "../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../platform/http/refusal.ts";
import { record } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import {
	allCompetencies,
	catalogueOf,
	currentVersion,
	type StoredCompetency,
} from "./queries.ts";

export type Adoption = {
	/** null: a process. */
	readonly by: string | null;
	/** Why, for whoever reads the history. */
	readonly note: string;
	/** The version the person saw; another by now is a conflict. */
	readonly basedOn?: number;
};

/**
 * Makes the draft the catalogue, as one new version: what is new is added, what differs is changed, what the draft lacks is retired, what
 * was retired and is back returns. Returns false, and makes no version, when nothing differs.
 */
export async function adoptCatalogue(
	tx: Tx,
	draft: Catalogue,
	{ by, note, basedOn }: Adoption,
): Promise<boolean> {
	const current = await lockCatalogue(tx);
	if (basedOn !== undefined && basedOn !== current) throw supplanted();
	const stored = await allCompetencies(tx);
	const active = stored.filter(({ retiredIn }) => retiredIn === null);
	const clusterName = new Map(
		draft.clusters.map(({ key, name }) => [key, name]),
	);
	const wanted = draft.competencies.map((each) => ({
		...each,
		cluster: clusterName.get(each.cluster) ?? each.cluster,
	}));
	const now = catalogueOf(active);
	const changes = changesBetween(now, {
		clusters: now.clusters,
		competencies: wanted,
	}).filter(({ what }) => !what.startsWith("cluster-"));
	if (changes.length === 0) return false;
	const changed = new Set(changes.map(({ key }) => key));
	const version = await newVersion(tx, current, { by, note });
	for (const [position, each] of wanted.entries()) {
		const known = stored.find(({ key }) => key === each.key);
		if (changed.has(each.key))
			await write(tx, known?.id, { each, version, position });
		else if (known !== undefined) await move(tx, known.id, position);
	}
	const kept = new Set(wanted.map(({ key }) => key));
	for (const { id, key } of active)
		if (!kept.has(key)) await retireIn(tx, id, version);
	await record(tx, {
		act: "adopt-catalogue",
		detail: { version, changes: changes.length },
	});
	return true;
}

export type CompetencyText = Pick<
	Competency,
	"name" | "cluster" | "definition" | "anchors"
>;

/** Adds a competency at the end of its cluster and returns its id. */
export async function addCompetency(
	tx: Tx,
	text: CompetencyText,
	{ by, note }: Adoption,
): Promise<string> {
	const current = await lockCatalogue(tx);
	const stored = await allCompetencies(tx);
	refuseName(stored, text.name);
	const key = keyFor(text.name, new Set(stored.map((each) => each.key)));
	const neighbours = stored.filter((each) => each.cluster === text.cluster);
	const position = 1 + ((neighbours.at(-1) ?? stored.at(-1))?.position ?? -1);
	await tx
		.updateTable("competency")
		.set((row) => ({ position: row("position", "+", 1) }))
		.where("position", ">=", position)
		.execute();
	const version = await newVersion(tx, current, { by, note });
	const each = { ...text, key };
	const id = await write(tx, undefined, { each, version, position });
	await record(tx, {
		act: "add-competency",
		subject: { kind: "competency", id },
		detail: { version },
	});
	return id;
}

/**
 * Rewrites a competency. Whoever based the new text on an older one than stands there now is told, with what they typed still in hand: two
 * people's sentences are never mixed.
 */
export async function rewriteCompetency(
	tx: Tx,
	id: string,
	{
		text,
		...adoption
	}: Adoption & {
		readonly text: CompetencyText;
		readonly basedOn: number;
	},
): Promise<void> {
	const current = await lockCatalogue(tx);
	const stored = await allCompetencies(tx);
	const competency = stored.find((each) => each.id === id);
	if (competency === undefined) throw new NotFound();
	if (competency.version !== adoption.basedOn)
		throw new Invalid(
			{},
			t(
				"Someone else changed this competency while you were writing. Compare your text with theirs below, then save again to replace it.",
			),
		);
	refuseName(
		stored.filter((each) => each.id !== id),
		text.name,
	);
	const version = await newVersion(tx, current, adoption);
	const { key, position } = competency;
	await write(tx, id, { each: { ...text, key }, version, position });
	await record(tx, {
		act: "change-competency",
		subject: { kind: "competency", id },
		detail: { version },
	});
}

/** Nobody can offer or seek it any more; what people said earlier stays readable. */
export async function retireCompetency(
	tx: Tx,
	id: string,
	by: string,
): Promise<void> {
	const current = await lockCatalogue(tx);
	const competency = await mustFind(tx, id);
	if (competency.retiredIn !== null)
		throw new Conflict(t("This competency is already retired."));
	const version = await newVersion(tx, current, { by, note: "" });
	await retireIn(tx, id, version);
	await record(tx, {
		act: "retire-competency",
		subject: { kind: "competency", id },
		detail: { version },
	});
}

export async function restoreCompetency(
	tx: Tx,
	id: string,
	by: string,
): Promise<void> {
	const current = await lockCatalogue(tx);
	const competency = await mustFind(tx, id);
	if (competency.retiredIn === null)
		throw new Conflict(t("This competency is already back."));
	const stored = await allCompetencies(tx);
	refuseName(
		stored.filter((each) => each.retiredIn === null),
		competency.name,
	);
	const version = await newVersion(tx, current, { by, note: "" });
	const { position } = competency;
	await write(tx, id, { each: competency, version, position });
	await record(tx, {
		act: "restore-competency",
		subject: { kind: "competency", id },
		detail: { version },
	});
}

// One version at a time: the lock makes the second of two editors see what the first has done.
async function lockCatalogue(tx: Tx): Promise<number> {
	await sql`select pg_advisory_xact_lock(724728)`.execute(tx);
	return currentVersion(tx);
}

function supplanted(): Conflict {
	return new Conflict(
		t(
			"The catalogue was changed while you were looking at this. Nothing was taken over. Open it again and repeat what you wanted.",
		),
	);
}

function refuseName(others: readonly StoredCompetency[], name: string): void {
	const folded = name.toLowerCase();
	const same = others.find((each) => each.name.toLowerCase() === folded);
	if (same === undefined) return;
	throw new Invalid({
		name:
			same.retiredIn === null
				? t("There is already a competency of this name.")
				: t(
						"There is a retired competency of this name. Bring that one back, or choose another name.",
					),
	});
}

async function newVersion(
	tx: Tx,
	current: number,
	{ by, note }: Pick<Adoption, "by" | "note">,
): Promise<number> {
	const version = current + 1;
	await tx
		.insertInto("competency_catalogue")
		.values({ version, published_by: by, note })
		.execute();
	return version;
}

async function write(
	tx: Tx,
	id: string | undefined,
	{
		each,
		version,
		position,
	}: {
		readonly each: Competency;
		readonly version: number;
		readonly position: number;
	},
): Promise<string> {
	const { name, cluster, definition } = each;
	const text = { name, cluster, definition, anchors: [...each.anchors] };
	const row = { ...text, version, retired_in: null, position };
	const stored =
		id === undefined
			? await tx
					.insertInto("competency")
					.values({ ...row, key: each.key })
					.returning("id")
					.executeTakeFirstOrThrow()
			: await tx
					.updateTable("competency")
					.set(row)
					.where("id", "=", id)
					.returning("id")
					.executeTakeFirstOrThrow();
	await tx
		.insertInto("competency_change")
		.values({ ...text, competency_id: stored.id, version })
		.execute();
	return stored.id;
}

async function move(tx: Tx, id: string, position: number): Promise<void> {
	await tx
		.updateTable("competency")
		.set({ position })
		.where("id", "=", id)
		.execute();
}

async function retireIn(tx: Tx, id: string, version: number): Promise<void> {
	await tx
		.updateTable("competency")
		.set({ retired_in: version, version })
		.where("id", "=", id)
		.execute();
}

async function mustFind(tx: Tx, id: string): Promise<StoredCompetency> {
	const all = await allCompetencies(tx);
	const found = all.find((each) => each.id === id);
	if (found === undefined) throw new NotFound();
	return found;
}
