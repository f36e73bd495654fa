import { EmptyState } from "../../../ui/empty-state.tsx";
import type { FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { Commitment } from "../queries/commitments.ts";
import { CommitmentList } from "./commitment-list.tsx";

export function CommitmentsPage({
	frame,
	commitments,
	visitor,
	today,
	state,
}: {
	frame: Frame;
	commitments: readonly Commitment[];
	visitor: string;
	today: string;
	state?: FormState | undefined;
}) {
	const open = commitments.filter((each) => each.state === "open");
	const sections = [
		{
			title: t("What you promised"),
			commitments: open.filter(({ owner }) => owner === visitor),
		},
		{
			title: t("What you ask after"),
			commitments: open.filter(({ owner }) => owner !== visitor),
		},
		{
			title: t("Settled lately"),
			commitments: commitments.filter((each) => each.state !== "open"),
		},
	].filter((section) => section.commitments.length > 0);
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("What was promised")}
			parent={{ label: t("Relationships"), href: "/relationships" }}
			lead={t("Read by the members of each relationship, and by nobody else.")}
		>
			{state !== undefined && (
				<p role="alert">{Object.values(state.errors).join(" ")}</p>
			)}
			{sections.length === 0 && (
				<EmptyState title={t("Nothing is open")}>
					{t(
						"A session ends with one commitment: who does what by when, and who asks after it. It stands here and on the next agenda until it is done.",
					)}
				</EmptyState>
			)}
			{sections.map((section) => (
				<Section key={section.title} title={section.title}>
					<CommitmentList
						commitments={section.commitments}
						visitor={visitor}
						today={today}
						from="/commitments"
					/>
				</Section>
			))}
		</Page>
	);
}
