import { LinkButton } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate, formatDateTime, t } from "../../../ui/text.ts";
import { personName } from "../../people/person-name.ts";
import { DataTabs } from "./data-tabs.tsx";
import type { ListedErasure } from "../queries/erasures.ts";

type Props = {
	frame: Frame;
	requests: readonly ListedErasure[];
	me: string;
	state: FormState | undefined;
};

export function AnswerErasuresPage({ frame, requests, me, state }: Props) {
	const open = requests.filter(
		({ outcome, person }) => outcome === null && person !== me,
	);
	const done = requests.filter(({ outcome }) => outcome !== null);
	return (
		<Page
			frame={frame}
			title={t("Who is to be erased?")}
			lead={t(
				"Confirmed, everything about the person is deleted at once and for good. Others keep “a former colleague” in their place.",
			)}
			action={
				done.length > 0 && (
					<LinkButton href="/administration/erasures/list.json" download>
						{t("Download the list of erasures")}
					</LinkButton>
				)
			}
		>
			<DataTabs current="erasures" />
			{open.length === 0 && (
				<EmptyState title={t("Nobody waits to be erased")}>
					{t(
						"Who asks to be erased stands here, and who left so long ago that the period is over.",
					)}
				</EmptyState>
			)}
			{open.map((request) => (
				<Request
					key={request.id}
					request={request}
					state={open.length === 1 ? state : undefined}
				/>
			))}
			{done.length > 0 && <Answered done={done} />}
		</Page>
	);
}

function Request({
	request,
	state,
}: {
	request: ListedErasure;
	state: FormState | undefined;
}) {
	return (
		<Section
			title={personName(request)}
			lead={
				request.cause === "asked"
					? t("Asked on {date}", { date: formatDate(request.askedAt) })
					: t("Left longer ago than the period allows")
			}
			layout="beside"
		>
			<Form
				id={`answer-${request.id}-`}
				action={`/administration/erasures/${request.id}/answer`}
				submit={t("Answer")}
				weight="danger"
				state={state}
			>
				<RadioGroup
					name="outcome"
					label={t("Your answer")}
					required
					choices={[
						{
							value: "confirmed",
							label: t("Erase"),
							hint: t("At once, and it cannot be undone."),
						},
						{
							value: "refused",
							label: t("Not now"),
							hint: t(
								"Only where the law asks to keep the data, such as for a claim.",
							),
						},
					]}
				/>
				<TextArea
					name="reason"
					label={t("Why not")}
					audience={{ who: "office-holders", offices: [t("Administrator")] }}
				/>
			</Form>
		</Section>
	);
}

function Answered({ done }: { done: readonly ListedErasure[] }) {
	return (
		<Section
			title={t("Answered")}
			lead={t(
				"After a backup was restored, ./baton erase-again FILE erases by this list once more those whom the backup brought back.",
			)}
		>
			<Table
				caption={t("Answered")}
				captionUnseen
				rows={done}
				rowKey={({ id }) => id}
				columns={[
					{ key: "who", label: t("Name"), cell: personName },
					{
						key: "what",
						label: t("Answer"),
						cell: ({ outcome }) => outcomeWords(outcome),
					},
					{
						key: "when",
						label: t("Carried out"),
						kind: "date",
						cell: ({ carriedOutAt }) =>
							carriedOutAt === null ? "–" : formatDateTime(carriedOutAt),
					},
				]}
			/>
		</Section>
	);
}

function outcomeWords(outcome: ListedErasure["outcome"]): string {
	switch (outcome) {
		case "confirmed":
			return t("Erased");
		case "refused":
			return t("Refused");
		case "withdrawn":
			return t("Withdrawn");
		case null:
			return "";
	}
}
