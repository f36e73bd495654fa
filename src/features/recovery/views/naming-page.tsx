import { ButtonForm } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { formatList, t } from "../../../ui/text.ts";
import type { RecoveryKeyRow } from "../queries.ts";

export function NamingPage({
	frame,
	open,
	state,
}: {
	frame: Frame;
	open: RecoveryKeyRow | undefined;
	state?: FormState | undefined;
}) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Who could open sealed notes in an emergency")}
			parent={{
				label: t("Can your organisation open sealed notes?"),
				href: "/recovery",
			}}
			lead={t(
				"Off unless you choose it. Everyone sees that it is on and who the custodians are, and it opens nothing that two people did not both agree to.",
			)}
		>
			<Section
				title={
					open === undefined
						? t("Name three custodians")
						: t("Name three others")
				}
				lead={
					open === undefined
						? t(
								"People whom others trust to say no: a works council, a data protection officer, a general counsel. Not you, nor anybody who administers Baton. Each must have made their keys.",
							)
						: t(
								"When somebody has left, or has lost their keys: then the key is a new one. {names} can still open what was granted to them; nothing new is.",
								{
									names: formatList(open.custodians.map(({ name }) => name)),
								},
							)
				}
				layout="beside"
			>
				<Form
					id="custodians"
					action="/administration/recovery"
					submit={t("Name them")}
					state={state}
				>
					<TextField
						name="first"
						label={t("First custodian")}
						hint={t("E-mail address or employee number.")}
						audience="organisation"
						required
					/>
					<TextField
						name="second"
						label={t("Second custodian")}
						audience="organisation"
						required
					/>
					<TextField
						name="third"
						label={t("Third custodian")}
						audience="organisation"
						required
					/>
				</Form>
			</Section>
			{open !== undefined && (
				<Section title={t("Switch it off")} layout="beside">
					<Stack>
						<p>
							{t(
								"Nothing can be opened from then on, not even what people had agreed to: what was wrapped for the custodians is deleted. It cannot be undone. Backups hold it until they run out.",
							)}
						</p>
						<ButtonForm action="/administration/recovery/end" weight="danger">
							{t("Switch the recovery key off")}
						</ButtonForm>
					</Stack>
				</Section>
			)}
		</Page>
	);
}
