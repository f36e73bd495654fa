import { ButtonForm } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { FieldRow, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { BlockedPair } from "../queries/wishes.ts";
import type { Standing } from "../standing.ts";
import { parentList, ProgramTabs } from "./program-tabs.tsx";

/** Pairs that must not be made, for whoever runs the program: two names and a day, never a reason or who asked. */
export function ApartPage({
	frame,
	standing,
	pairs,
	state,
}: {
	frame: Frame;
	standing: Standing;
	pairs: readonly BlockedPair[];
	state?: FormState | undefined;
}) {
	const action = `/programs/${standing.program.id}/apart`;
	return (
		<Page
			frame={frame}
			title={t("Who is not to be paired with whom")}
			lead={t(
				"A conflict of interest, or the wish of one of the two. No reason is kept, and neither is told.",
			)}
			parent={parentList()}
		>
			<Stack>
				<ProgramTabs standing={standing} current="apart" />
				<Table
					caption={t("Pairs that are not made")}
					captionUnseen
					rows={pairs}
					rowKey={({ one, other }) => `${one.id} ${other.id}`}
					columns={[
						{ key: "one", label: t("Name"), cell: ({ one }) => one.name },
						{
							key: "other",
							label: t("Not with"),
							cell: ({ other }) => other.name,
						},
						{
							key: "at",
							label: t("Since"),
							kind: "date",
							cell: ({ at }) => formatDate(at, "UTC", "short"),
						},
						{
							key: "act",
							label: t("Take back"),
							kind: "action",
							cell: ({ one, other }) => (
								<ButtonForm
									action={`${action}/remove`}
									values={{ person: one.id, other: other.id }}
									weight="quiet"
								>
									{t("Take back")}
									<span class="unseen">
										: {one.name}, {other.name}
									</span>
								</ButtonForm>
							),
						},
					]}
					empty={
						<EmptyState title={t("Nobody is kept apart")}>
							{t(
								"Participants may ask for it without a reason, and you may enter conflicts of interest you know of. Pairing never makes such a pair.",
							)}
						</EmptyState>
					}
				/>
				<Section title={t("Keep two people apart")} layout="beside">
					<Form
						action={action}
						submit={t("Keep them apart")}
						weight="secondary"
						state={state}
					>
						<FieldRow>
							<TextField
								name="person"
								label={t("Name or e-mail address")}
								audience="program-managers"
								required
							/>
							<TextField
								name="other"
								label={t("Not with")}
								audience="program-managers"
								required
							/>
						</FieldRow>
					</Form>
				</Section>
			</Stack>
		</Page>
	);
}
