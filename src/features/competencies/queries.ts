import { z } from "zod";
import type {
	Anchors,
	Catalogue,
	Competency,
} from "../../domain/competencies/catalogue.ts";
import type { Db } from "../../platform/database/database.ts";

/** A competency as it stands. The organisation knows clusters by their name alone, so that is their key too. */
export type StoredCompetency = Competency & {
	readonly id: string;
	/** The version of the catalogue that last changed it. */
	readonly version: number;
	readonly retiredIn: number | null;
	readonly position: number;
};

/** 0 while there is no catalogue. */
export async function currentVersion(db: Db): Promise<number> {
	const row = await db
		.selectFrom("competency_catalogue")
		.select((row) => row.fn.max("version").as("version"))
		.executeTakeFirst();
	return row?.version ?? 0;
}

/** Every competency there ever was, in the catalogue's order. */
export async function allCompetencies(db: Db): Promise<StoredCompetency[]> {
	const rows = await db
		.selectFrom("competency")
		.selectAll()
		.orderBy("position")
		.orderBy("name")
		.orderBy("id")
		.execute();
	return rows.map((row) => ({
		id: row.id,
		key: row.key,
		cluster: row.cluster,
		name: row.name,
		definition: row.definition,
		anchors: readAnchors(row.anchors),
		version: row.version,
		retiredIn: row.retired_in,
		position: row.position,
	}));
}

/** What people can offer and seek today, in the catalogue's order. */
export async function activeCompetencies(db: Db): Promise<StoredCompetency[]> {
	const all = await allCompetencies(db);
	return all.filter(({ retiredIn }) => retiredIn === null);
}

export async function findCompetency(
	db: Db,
	id: string,
): Promise<StoredCompetency | undefined> {
	const all = await allCompetencies(db);
	return all.find((each) => each.id === id);
}

/** The catalogue as the domain knows it. */
export function catalogueOf(
	competencies: readonly StoredCompetency[],
): Catalogue {
	const clusters = [...new Set(competencies.map(({ cluster }) => cluster))];
	return {
		clusters: clusters.map((name) => ({ key: name, name })),
		competencies: competencies.map((each) => ({
			key: each.key,
			cluster: each.cluster,
			name: each.name,
			definition: each.definition,
			anchors: each.anchors,
		})),
	};
}

export type Clustered<Item> = {
	readonly name: string;
	readonly competencies: readonly Item[];
};

/** Clusters stand where their first competency does. */
export function byCluster<Item extends { readonly cluster: string }>(
	competencies: readonly Item[],
): readonly Clustered<Item>[] {
	const groups = Map.groupBy(competencies, ({ cluster }) => cluster);
	return [...groups].map(([name, members]) => ({
		name,
		competencies: members,
	}));
}

/** The versions of the whole catalogue, latest first, with what each changed. */
export async function catalogueHistory(db: Db) {
	const versions = await db
		.selectFrom("competency_catalogue")
		.leftJoin("person", "person.id", "competency_catalogue.published_by")
		.select([
			"competency_catalogue.version",
			"competency_catalogue.published_at",
			"competency_catalogue.note",
			"person.first_name",
			"person.last_name",
		])
		.orderBy("version", "desc")
		.execute();
	const changes = await db
		.selectFrom("competency_change")
		.select(["version", "competency_id", "name"])
		.orderBy("name")
		.execute();
	const retired = await db
		.selectFrom("competency")
		.select(["retired_in", "id", "name"])
		.where("retired_in", "is not", null)
		.orderBy("name")
		.execute();
	return versions.map((version) => ({
		...version,
		changed: changes.filter((each) => each.version === version.version),
		retired: retired.filter((each) => each.retired_in === version.version),
	}));
}

export type CatalogueStep = Awaited<
	ReturnType<typeof catalogueHistory>
>[number];

/** How one competency read in each version that changed it, latest first. */
export async function competencyHistory(db: Db, id: string) {
	const rows = await db
		.selectFrom("competency_change")
		.innerJoin(
			"competency_catalogue",
			"competency_catalogue.version",
			"competency_change.version",
		)
		.leftJoin("person", "person.id", "competency_catalogue.published_by")
		.select([
			"competency_change.version",
			"competency_change.name",
			"competency_change.cluster",
			"competency_change.definition",
			"competency_change.anchors",
			"competency_catalogue.published_at",
			"competency_catalogue.note",
			"person.first_name",
			"person.last_name",
		])
		.where("competency_change.competency_id", "=", id)
		.orderBy("competency_change.version", "desc")
		.execute();
	return rows.map((row) => ({ ...row, anchors: readAnchors(row.anchors) }));
}

export type CompetencyStep = Awaited<
	ReturnType<typeof competencyHistory>
>[number];

/** The table holds exactly five, by a rule of the database. */
function readAnchors(anchors: readonly string[]): Anchors {
	return fiveTexts.parse(anchors);
}

const fiveTexts = z.tuple([
	z.string(),
	z.string(),
	z.string(),
	z.string(),
	z.string(),
]);
