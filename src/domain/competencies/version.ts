import {
	anchorAt,
	levels,
	type Catalogue,
	type Competency,
	type Level,
} from "./catalogue.ts";

export type CatalogueVersion = {
	readonly version: number;
	readonly catalogue: Catalogue;
};

export type CatalogueChange =
	| { readonly what: "cluster-added"; readonly key: string }
	| { readonly what: "cluster-removed"; readonly key: string }
	| { readonly what: "cluster-renamed"; readonly key: string }
	| { readonly what: "added"; readonly key: string }
	| { readonly what: "removed"; readonly key: string }
	| { readonly what: "moved"; readonly key: string }
	| { readonly what: "renamed"; readonly key: string }
	| { readonly what: "redefined"; readonly key: string }
	| {
			readonly what: "anchor-changed";
			readonly key: string;
			readonly level: Level;
	  };

export type NextVersion =
	| {
			readonly ok: true;
			readonly next: CatalogueVersion;
			readonly changes: readonly CatalogueChange[];
	  }
	| { readonly ok: false; readonly why: "nothing-changed" };

/**
 * The version that follows when a draft is adopted. Order and white space are
 * not content: a draft that differs in nothing else makes no version, because
 * every version asks people to look at the catalogue again.
 */
export function nextVersion(
	current: CatalogueVersion,
	draft: Catalogue,
): NextVersion {
	const changes = changesBetween(current.catalogue, draft);
	if (changes.length === 0) return { ok: false, why: "nothing-changed" };
	return {
		ok: true,
		next: { version: current.version + 1, catalogue: draft },
		changes,
	};
}

/** Everything that differs in meaning, in the order of the newer catalogue. */
export function changesBetween(
	before: Catalogue,
	after: Catalogue,
): readonly CatalogueChange[] {
	return [
		...clusterChanges(before, after),
		...after.competencies.flatMap((now) => {
			const then = before.competencies.find(({ key }) => key === now.key);
			return then === undefined
				? [{ what: "added", key: now.key } as const]
				: competencyChanges(then, now);
		}),
		...missingFrom(after.competencies, before.competencies).map(
			(key) => ({ what: "removed", key }) as const,
		),
	];
}

/**
 * Whether a level someone gave earlier may no longer mean the same, so that the
 * person should be asked to confirm it. A new name or cluster does not do that.
 */
export function unsettlesLevels(change: CatalogueChange): boolean {
	return change.what === "redefined" || change.what === "anchor-changed";
}

function clusterChanges(
	before: Catalogue,
	after: Catalogue,
): readonly CatalogueChange[] {
	return [
		...after.clusters.flatMap(({ key, name }): CatalogueChange[] => {
			const then = before.clusters.find((cluster) => cluster.key === key);
			if (then === undefined) return [{ what: "cluster-added", key }];
			if (differs(then.name, name)) return [{ what: "cluster-renamed", key }];
			return [];
		}),
		...missingFrom(after.clusters, before.clusters).map(
			(key) => ({ what: "cluster-removed", key }) as const,
		),
	];
}

function competencyChanges(
	then: Competency,
	now: Competency,
): readonly CatalogueChange[] {
	const key = now.key;
	const changes: CatalogueChange[] = [];
	if (then.cluster !== now.cluster) changes.push({ what: "moved", key });
	if (differs(then.name, now.name)) changes.push({ what: "renamed", key });
	if (differs(then.definition, now.definition)) {
		changes.push({ what: "redefined", key });
	}
	for (const level of levels) {
		if (differs(anchorAt(then, level), anchorAt(now, level))) {
			changes.push({ what: "anchor-changed", key, level });
		}
	}
	return changes;
}

function missingFrom(
	kept: readonly { readonly key: string }[],
	all: readonly { readonly key: string }[],
): readonly string[] {
	const keys = new Set(kept.map(({ key }) => key));
	return all.map(({ key }) => key).filter((key) => !keys.has(key));
}

function differs(one: string, other: string): boolean {
	return settled(one) !== settled(other);
}

function settled(text: string): string {
	return text.normalize("NFC").trim().replace(/\s+/g, " ");
}
