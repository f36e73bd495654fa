import { ButtonForm } from "../../../ui/button.tsx";
import { PasswordField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDateTime, formatRelative, t } from "../../../ui/text.ts";
import { methodName } from "../method-name.ts";
import type { OwnPasskey } from "../passkeys/queries.ts";
import type { OwnSignIn } from "../queries.ts";
import type { OwnIdentity } from "../single-sign-on/identities.ts";
import { PasskeySection, SignInAgain } from "./passkeys.tsx";
import { IdentitySection } from "./single-sign-on.tsx";

type Props = {
	frame: Frame;
	/** A form that came back, and the address it was sent to. */
	returned?: { readonly action: string; readonly state: FormState } | undefined;
	signIns: readonly OwnSignIn[];
	passkeys: readonly OwnPasskey[];
	/** undefined: the organisation has set none up. */
	singleSignOn:
		| { readonly label: string; readonly identity: OwnIdentity | undefined }
		| undefined;
	hasPassword: boolean;
	/** Whether this browser signed in within the last hour. */
	isFresh: boolean;
	device: string;
	current: Buffer | null;
	timeZone: string;
};

export function OwnSignInsPage(props: Props) {
	const { frame } = props;
	return (
		<Page
			frame={frame}
			title={t("How and where you are signed in")}
			parent={{ label: t("About you"), href: "/me" }}
			action={
				<ButtonForm action="/me/sign-ins/end-all">
					{t("Sign out everywhere")}
				</ButtonForm>
			}
		>
			<SignInTable {...props} />
			<PasskeySection
				passkeys={props.passkeys}
				device={props.device}
				mayAdd={props.isFresh}
				stateFor={(action) => stateFor(action, props)}
				timeZone={props.timeZone}
				now={frame.now}
			/>
			{props.singleSignOn && (
				<IdentitySection
					{...props.singleSignOn}
					mayLink={props.isFresh}
					timeZone={props.timeZone}
					now={frame.now}
				/>
			)}
			<PasswordSection {...props} />
		</Page>
	);
}

function SignInTable({ frame, signIns, current, timeZone }: Props) {
	const isCurrent = (signIn: OwnSignIn) =>
		current?.equals(signIn.hash) ?? false;
	return (
		<Table
			caption={t("Where you are signed in")}
			captionUnseen
			rows={signIns}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "device",
					label: t("Device"),
					cell: (row) => (
						<>
							{isCurrent(row)
								? t("{device} (this one)", { device: row.device })
								: row.device}
							<small>{methodName(row.method)}</small>
						</>
					),
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
					cell: (row) =>
						isCurrent(row) ? t("now") : formatRelative(row.seenAt, frame.now),
				},
				{
					key: "end",
					label: t("Sign out"),
					kind: "action",
					cell: (row) => (
						<ButtonForm action={`/me/sign-ins/${row.id}/end`} weight="quiet">
							{t("Sign out")}
							<span class="unseen">: {row.device}</span>
						</ButtonForm>
					),
				},
			]}
		/>
	);
}

function PasswordSection(props: Props) {
	const { hasPassword, isFresh } = props;
	return (
		<Section
			title={hasPassword ? t("Change your password") : t("Set a password")}
			layout="beside"
		>
			{hasPassword || isFresh ? (
				<Form
					action="/me/password"
					submit={
						hasPassword ? t("Change the password") : t("Set the password")
					}
					weight="secondary"
					state={stateFor("/me/password", props)}
				>
					{hasPassword && (
						<PasswordField
							name="current"
							label={t("Present password")}
							required
						/>
					)}
					<PasswordField
						name="password"
						label={t("New password")}
						hint={t("All your other sign-ins end with it.")}
						isNew
						required
					/>
				</Form>
			) : (
				<SignInAgain />
			)}
		</Section>
	);
}

function stateFor(action: string, { returned }: Props): FormState | undefined {
	return returned?.action === action ? returned.state : undefined;
}
