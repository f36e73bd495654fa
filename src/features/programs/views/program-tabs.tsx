import { Tabs } from "../../../ui/tabs.tsx";
import { t } from "../../../ui/text.ts";
import type { Standing } from "../standing.ts";

export type ProgramTab =
	| "overview"
	| "charter"
	| "agreements"
	| "learning"
	| "health"
	| "eligibility"
	| "people"
	| "apart"
	| "audits"
	| "circles"
	| "rounds"
	| "dry-runs";

/** The parts of a program for those who run or oversee it; nothing for whoever only takes part. */
export function ProgramTabs({
	standing: { program, manages, oversees },
	current,
}: {
	standing: Pick<Standing, "program" | "manages" | "oversees">;
	current: ProgramTab;
}) {
	if (!oversees) return null;
	const base = `/programs/${program.id}`;
	const tab = (key: ProgramTab, label: string, path: string) => ({
		label,
		href: `${base}${path}`,
		current: key === current,
	});
	return (
		<Tabs
			label={t("Parts of this program")}
			tabs={[
				tab("overview", t("Overview"), ""),
				tab("charter", t("Charter"), "/charter"),
				tab("agreements", t("Agreements"), "/agreements"),
				tab("eligibility", t("Eligibility"), "/eligibility"),
				tab("people", t("People"), "/people"),
				...(manages
					? [
							tab("learning", t("Learning"), "/learning"),
							tab("health", t("Rhythm"), "/health"),
							tab("circles", t("Circles"), "/circles"),
							tab("apart", t("Not together"), "/apart"),
							tab("rounds", t("Pairing"), "/rounds"),
							tab("dry-runs", t("Dry run"), "/dry-runs"),
						]
					: []),
				tab("audits", t("Equity audit"), "/audits"),
			]}
		/>
	);
}

export function parentOf({ id, name }: { id: string; name: string }) {
	return { label: name, href: `/programs/${id}` };
}

export function parentList() {
	return { label: t("Programs"), href: "/programs" };
}
