import { Tabs } from "../../../ui/tabs.tsx";
import { t } from "../../../ui/text.ts";
import type { Standing } from "../standing.ts";

export type ProgramTab =
	| "overview"
	| "charter"
	| "agreements"
	| "learning"
	| "first-steps"
	| "health"
	| "eligibility"
	| "people"
	| "apart"
	| "audits"
	| "circles"
	| "roundtables"
	| "rounds"
	| "dry-runs";

type Part = {
	readonly key: ProgramTab;
	readonly label: string;
	readonly path: string;
};

/**
 * The parts of a program for those who run or oversee it; nothing for whoever only takes part. What belongs together stands behind one tab, and
 * below it once it is open.
 */
export function ProgramTabs({
	standing: { program, manages, oversees },
	current,
}: {
	standing: Pick<Standing, "program" | "manages" | "oversees">;
	current: ProgramTab;
}) {
	if (!oversees) return null;
	const toTab = ({ key, label, path }: Part) => ({
		label,
		href: `/programs/${program.id}${path}`,
		current: key === current,
	});
	const groups = partsOf(manages);
	const open = groups.find(({ parts }) =>
		parts.some(({ key }) => key === current),
	);
	return (
		<div class="tab-rows">
			<Tabs
				label={t("Parts of this program")}
				tabs={groups.flatMap((group) => {
					const [first] = group.parts;
					return first === undefined
						? []
						: [
								{
									...toTab(first),
									label: group.parts.length === 1 ? first.label : group.label,
									current: group === open,
								},
							];
				})}
			/>
			{open !== undefined && open.parts.length > 1 && (
				<Tabs isUnder label={open.label} tabs={open.parts.map(toTab)} />
			)}
		</div>
	);
}

function partsOf(
	manages: boolean,
): readonly { readonly label: string; readonly parts: readonly Part[] }[] {
	const part = (key: ProgramTab, label: string, path = `/${key}`): Part => ({
		key,
		label,
		path,
	});
	const managed = (...parts: readonly Part[]) => (manages ? parts : []);
	return [
		{ label: t("Overview"), parts: [part("overview", t("Overview"), "")] },
		{
			label: t("Rules"),
			parts: [
				part("charter", t("Charter")),
				part("agreements", t("Agreements")),
				part("eligibility", t("Eligibility")),
				...managed(
					part("apart", t("Not together")),
					part("first-steps", t("First steps")),
				),
			],
		},
		{ label: t("People"), parts: [part("people", t("People"))] },
		{
			label: t("Pairing"),
			parts: [
				...managed(part("rounds", t("Rounds")), part("dry-runs", t("Dry run"))),
				part("audits", t("Equity audit")),
			],
		},
		{
			label: t("Relationships"),
			parts: managed(
				part("health", t("Rhythm")),
				part("circles", t("Circles")),
				part("roundtables", t("Roundtables")),
				part("learning", t("Learning")),
			),
		},
	];
}

export function parentOf({ id, name }: { id: string; name: string }) {
	return { label: name, href: `/programs/${id}` };
}

export function parentList() {
	return { label: t("Programs"), href: "/programs" };
}
