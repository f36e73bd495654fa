import { ButtonForm } from "../../../ui/button.tsx";
import { PasswordField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { readTableState } from "../../../ui/table-state.ts";
import { formatDateTime, formatRelative, t } from "../../../ui/text.ts";
import type { OwnSignIn } from "../queries.ts";

type Props = {
	frame: Frame;
	state?: FormState | undefined;
	signIns: readonly OwnSignIn[];
	current: Buffer | null;
	timeZone: string;
};

export function OwnSignInsPage({
	frame,
	state,
	signIns,
	current,
	timeZone,
}: Props) {
	const isCurrent = (signIn: OwnSignIn) =>
		current?.equals(signIn.hash) ?? false;
	return (
		<Page
			frame={frame}
			title={t("Where you are signed in")}
			parent={{ label: t("About you"), href: "/me" }}
			action={
				<ButtonForm action="/me/sign-ins/end-all">
					{t("Sign out everywhere")}
				</ButtonForm>
			}
		>
			<Table
				caption={t("Where you are signed in")}
				captionUnseen
				state={readTableState(frame.path, {
					sortable: ["device"],
					sort: { key: "device", direction: "ascending" },
				})}
				total={signIns.length}
				rows={signIns}
				rowKey={(row) => row.hash.toString("hex")}
				columns={[
					{
						key: "device",
						label: t("Device"),
						cell: (row) =>
							isCurrent(row)
								? t("{device} (this one)", { device: row.device })
								: row.device,
					},
					{
						key: "since",
						label: t("Since"),
						kind: "date",
						cell: (row) => formatDateTime(row.signedInAt, timeZone),
					},
					{
						key: "seen",
						label: t("Last seen"),
						cell: (row) => formatRelative(row.seenAt, frame.now),
					},
				]}
			/>
			<Section title={t("Change your password")} layout="beside">
				<Form
					action="/me/password"
					submit={t("Change the password")}
					weight="secondary"
					state={state}
				>
					<PasswordField
						name="current"
						label={t("Present password")}
						hint={t("Leave empty if you have none yet.")}
					/>
					<PasswordField
						name="password"
						label={t("New password")}
						isNew
						required
					/>
				</Form>
			</Section>
		</Page>
	);
}
