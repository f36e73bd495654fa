import type { EnrolmentStatus } from "../../../domain/programs/enrolment.ts";
import { RadioGroup } from "../../../ui/choices.tsx";
import { TextArea, TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { OwnNomination } from "../queries/participants.ts";
import type { Standing } from "../standing.ts";
import { sideName } from "../words.ts";
import { parentOf } from "./program-tabs.tsx";

export function NominatePage({
	frame,
	standing: { program },
	nominations,
	state,
}: {
	frame: Frame;
	standing: Standing;
	nominations: readonly OwnNomination[];
	state?: FormState | undefined;
}) {
	return (
		<Page
			frame={frame}
			title={t("Whom would you like to see in “{program}”?", {
				program: program.name,
			})}
			lead={t(
				"Someone from your own line as their manager, or anyone else as their sponsor. They read your reason and must say yes themselves; then the people who run the program decide.",
			)}
			parent={parentOf(program)}
			width="measure"
		>
			<Stack>
				<Form
					action={`/programs/${program.id}/nominate`}
					submit={t("Suggest them")}
					cancel={{ label: t("Not now"), href: `/programs/${program.id}` }}
					state={state}
				>
					<TextField
						name="person"
						label={t("Whom?")}
						hint={t("Their e-mail address, or their full name.")}
						required
					/>
					<RadioGroup
						name="side"
						label={t("As what?")}
						layout="row"
						choices={[
							{ value: "mentor", label: t("Mentor") },
							{ value: "mentee", label: t("Mentee") },
						]}
						required
					/>
					<TextArea
						name="reason"
						label={t("Why?")}
						hint={t("What they would give or gain. Two or three sentences.")}
						audience={{
							who: "office-holders",
							offices: [
								t("the person you suggest"),
								t("the people who run the program"),
							],
						}}
						maxLength={2000}
						required
					/>
				</Form>
				{nominations.length > 0 && (
					<Section title={t("Whom you suggested")}>
						<Table
							caption={t("Whom you suggested")}
							captionUnseen
							rows={nominations}
							rowKey={({ id }) => id}
							columns={[
								{
									key: "name",
									label: t("Name"),
									cell: ({ name, side }) => (
										<>
											{name}
											<small>{sideName(side)}</small>
										</>
									),
								},
								{
									key: "status",
									label: t("What came of it"),
									cell: ({ status, decisionReason }) => (
										<>
											{outcome(status)}
											<small>{decisionReason}</small>
										</>
									),
								},
								{
									key: "at",
									label: t("On"),
									kind: "date",
									cell: ({ at }) => formatDate(at, "UTC", "short"),
								},
							]}
						/>
					</Section>
				)}
			</Stack>
		</Page>
	);
}

// A no is between the person and the program: it looks like everything else that has come to an end.
function outcome(status: EnrolmentStatus | null): string {
	switch (status) {
		case "nominated":
			return t("asked");
		case "applied":
		case "invited":
			return t("under way");
		case "enrolled":
			return t("has a place");
		case "waiting":
			return t("on the waiting list");
		case "declined":
		case "withdrawn":
		case "not-admitted":
		case "left":
		case null:
			return t("noted");
	}
}
