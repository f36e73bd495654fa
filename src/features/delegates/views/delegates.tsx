import { ButtonForm } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { DateField, EmailField } from "../../../ui/fields.tsx";
import { FieldRow, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { NamedDelegation } from "../queries.ts";
import { DelegateSight } from "./sight.tsx";

type Props = {
	frame: Frame;
	delegates: readonly NamedDelegation[];
	today: string;
	state?: FormState | undefined;
};

export function DelegatesPage({ frame, delegates, today, state }: Props) {
	return (
		<Page
			frame={frame}
			title={t("Who keeps your calendar")}
			parent={{ label: t("About you"), href: "/me" }}
			lead={t(
				"An assistant can find times and move your mentoring sessions, without learning with whom you meet or what it is about.",
			)}
		>
			{delegates.length === 0 ? (
				<EmptyState title={t("Nobody but you")}>
					{t(
						"Name your assistant below, from a day and until a day. You can take it back with one click at any time.",
					)}
				</EmptyState>
			) : (
				<DelegateTable delegates={delegates} today={today} />
			)}
			<Section title={t("Name a delegate")} layout="beside">
				<Form
					action="/me/delegates"
					submit={t("Let them keep your calendar")}
					state={state}
				>
					<EmailField
						name="person"
						label={t("E-mail address of your delegate")}
						autocomplete="off"
						audience={{
							who: "relationship",
							names: [
								t("your delegate"),
								t("those who have mentoring with you"),
							],
						}}
						required
					/>
					<FieldRow>
						<DateField
							name="from"
							label={t("From")}
							value={today}
							earliest={today}
							required
						/>
						<DateField
							name="until"
							label={t("Last day")}
							hint={t("At most a year.")}
							earliest={today}
							required
						/>
					</FieldRow>
				</Form>
			</Section>
			<Section
				title={t("What a delegate sees")}
				lead={t("Whoever has mentoring with you sees who your delegate is.")}
				layout="beside"
			>
				<DelegateSight />
			</Section>
		</Page>
	);
}

function DelegateTable({ delegates, today }: Omit<Props, "frame" | "state">) {
	return (
		<Table
			caption={t("Your delegates")}
			captionUnseen
			rows={delegates}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "name",
					label: t("Name"),
					cell: (row) => (
						<>
							{row.name}
							<small>{standingOf(row, today)}</small>
						</>
					),
				},
				{
					key: "from",
					label: t("From"),
					kind: "date",
					cell: ({ from }) => formatDate(from),
				},
				{
					key: "until",
					label: t("Last day"),
					kind: "date",
					cell: ({ until }) => formatDate(until),
				},
				{
					key: "end",
					label: t("End"),
					kind: "action",
					cell: (row) =>
						row.isEnded || row.until < today ? null : (
							<ButtonForm action={`/me/delegates/${row.id}/end`} weight="quiet">
								{t("End now")}
								<span class="unseen">: {row.name}</span>
							</ButtonForm>
						),
				},
			]}
		/>
	);
}

/** Where a delegation stands on a day. */
export function standingOf(delegation: NamedDelegation, today: string): string {
	if (delegation.isEnded) return t("taken back");
	if (delegation.until < today) return t("over");
	return delegation.from > today ? t("still to come") : t("now");
}
