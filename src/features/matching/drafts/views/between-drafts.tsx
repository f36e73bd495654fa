import { Disclosure } from "../../../../ui/disclosure.tsx";
import { formatList, t } from "../../../../ui/text.ts";
import { differences } from "../../plan-comparison.ts";
import { ofKind } from "../../views/differences.tsx";
import type { Comparison } from "../comparison.ts";

/** Whom each mentee would have in the one and in the other of two drafts, where they differ. */
export function BetweenDrafts({ comparison }: { comparison: Comparison }) {
	const [one, other] = comparison.drafts;
	if (
		!one?.plan ||
		!other?.plan ||
		!one.isCurrent ||
		!other.isCurrent ||
		one.isInConfidence ||
		other.isInConfidence
	)
		return null;
	const list = differences(one.plan.pairs, other.plan.pairs);
	const name = (id: string) => comparison.name(id) ?? t("somebody");
	const names = (ids: readonly string[]) =>
		ids.length === 0 ? t("nobody") : formatList(ids.map(name));
	if (list.length === 0)
		return <p>{t("Both drafts propose the same pairs.")}</p>;
	return (
		<Disclosure
			summary={t(
				"{count, plural, one {One mentee has} other {# mentees have}} somebody else in the one than in the other",
				{ count: new Set(list.map(({ mentee }) => mentee)).size },
			)}
		>
			<div class="table-frame">
				<table class="table">
					<caption class="unseen">{t("Where the two drafts differ")}</caption>
					<thead>
						<tr>
							<th scope="col">{t("Mentee")}</th>
							<th scope="col">{one.draft.name}</th>
							<th scope="col">{other.draft.name}</th>
						</tr>
					</thead>
					<tbody>
						{list.map(({ mentee, kind, from, to }) => (
							<tr key={`${kind ?? ""} ${mentee}`}>
								<th scope="row">{ofKind(name(mentee), kind)}</th>
								<td data-label={one.draft.name}>{names(from)}</td>
								<td data-label={other.draft.name}>{names(to)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</Disclosure>
	);
}
