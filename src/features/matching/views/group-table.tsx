import { Disclosure } from "../../../ui/disclosure.tsx";
import { formatPercent, t } from "../../../ui/text.ts";
import type { FactFigures } from "../plans.ts";
import { formatPoints } from "../sentences.ts";

type Figures = { readonly groups: readonly FactFigures[] };

/** Access and quality of every plan by group. The smallest groups are taken together; of declared facts only whether the groups are near. */
export function GroupTable<Plan extends Figures>({
	plans,
	label,
}: {
	plans: readonly Plan[];
	label: (plan: Plan) => string;
}) {
	const facts = plans[0]?.groups ?? [];
	if (facts.length === 0) return null;
	return (
		<Disclosure
			summary={t("By group: who gets a mentor, and how good the pairs are")}
		>
			{facts.map(({ fact }) => (
				<div class="group-table" key={fact}>
					<table>
						<caption>{factName(fact)}</caption>
						<thead>
							<tr>
								<th scope="col">{t("Group")}</th>
								{plans.map((plan) => (
									<th scope="col" class="number" key={label(plan)}>
										{label(plan)}
									</th>
								))}
							</tr>
						</thead>
						<tbody>{rowsOf(plans, fact)}</tbody>
					</table>
				</div>
			))}
			<p class="hint">
				{t(
					"With a mentor, and points for each mentee of the group. Groups under five are taken together.",
				)}
			</p>
		</Disclosure>
	);
}

function rowsOf(plans: readonly Figures[], fact: string) {
	const own = plans.map(({ groups }) =>
		groups.find((one) => one.fact === fact),
	);
	const [first] = own;
	if (first === undefined) return null;
	if (!("groups" in first))
		return (
			<tr>
				<th scope="row">{t("Within four fifths of each other")}</th>
				{own.map((one, index) => (
					<td class="number" key={index}>
						{one && "access" in one ? nearness(one) : ""}
					</td>
				))}
			</tr>
		);
	return first.groups.map(({ name, members }, place) => (
		<tr key={name}>
			<th scope="row">
				{name ?? t("Smaller groups together")}{" "}
				<small>{t("n = {members}", { members })}</small>
			</th>
			{own.map((one, index) => {
				const group = one && "groups" in one ? one.groups[place] : undefined;
				return (
					<td class="number" key={index}>
						{group && (
							<>
								{formatPercent(group.people / group.members)}
								<small>
									{t("{points} points", {
										points: formatPoints(
											Math.round(group.points / group.members / 100_000) *
												100_000,
										),
									})}
								</small>
							</>
						)}
					</td>
				);
			})}
		</tr>
	));
}

function nearness({
	access,
	quality,
}: {
	readonly access: boolean;
	readonly quality: boolean;
}): string {
	if (access && quality) return t("yes");
	if (access) return t("access yes, quality no");
	return quality ? t("quality yes, access no") : t("no");
}

function factName(fact: string): string {
	if (fact === "function") return t("By function");
	return fact === "unit" ? t("By unit") : t("By {fact}", { fact });
}

/** The groups of a fact, in the plural. */
export function factGroups(fact: string): string {
	if (fact === "function") return t("functions");
	return fact === "unit" ? t("units") : fact;
}
