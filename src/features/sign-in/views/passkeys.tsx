import { ButtonForm } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import { FormKey } from "../../../ui/form-key.tsx";
import { useIsland } from "../../../ui/frame.ts";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDateTime, formatRelative, t } from "../../../ui/text.ts";
import type { OwnPasskey } from "../passkeys/queries.ts";

/** The button on the sign-in page, hidden until the island knows that this browser can do it. */
export function PasskeySignIn({ next }: { next: string }) {
	useIsland("passkeys");
	return (
		<>
			<form
				class="passkey-form"
				method="post"
				action="/sign-in/passkey"
				data-passkey="sign-in"
				data-challenge="/sign-in/passkey/challenge"
				{...passkeyWords()}
				hidden
			>
				<FormKey />
				<input type="hidden" name="next" value={next} />
				<input type="hidden" name="answer" />
				<button type="submit" class="button secondary">
					{t("Sign in with a passkey")}
				</button>
				<output class="hint" />
			</form>
			<WithoutScript />
		</>
	);
}

type Props = {
	passkeys: readonly OwnPasskey[];
	/** Of the browser at hand: "Firefox · Windows". */
	device: string;
	mayAdd: boolean;
	/** What came back of the form sent to this address. */
	stateFor: (action: string) => FormState | undefined;
	timeZone: string;
	now: number;
};

export function PasskeySection(props: Props) {
	return (
		<Section
			id="passkeys"
			title={t("Passkeys")}
			lead={t(
				"Sign in with your finger, face or PIN instead of a password. It cannot be guessed, and a false page cannot ask for it.",
			)}
		>
			{props.passkeys.length === 0 ? (
				<EmptyState title={t("No passkey yet")}>
					{t("Add one for each device you use; it takes half a minute.")}
				</EmptyState>
			) : (
				<PasskeyTable {...props} />
			)}
			{props.mayAdd ? <AddPasskey {...props} /> : <SignInAgain />}
		</Section>
	);
}

function PasskeyTable({ passkeys, stateFor, timeZone, now }: Props) {
	return (
		<Table
			caption={t("Your passkeys")}
			captionUnseen
			rows={passkeys}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "name",
					label: t("Name"),
					cell: (passkey) => (
						<>
							{passkey.name}
							<small>
								{passkey.isSynced
									? t("kept by your password manager too")
									: t("on one device only")}
							</small>
						</>
					),
				},
				{
					key: "added",
					label: t("Added"),
					kind: "date",
					cell: ({ addedAt }) => formatDateTime(addedAt, timeZone),
				},
				{
					key: "used",
					label: t("Last used"),
					cell: ({ usedAt }) =>
						usedAt === null ? t("not yet") : formatRelative(usedAt, now),
				},
				{
					key: "change",
					label: t("Change"),
					kind: "action",
					cell: (passkey) => (
						<ChangePasskey
							passkey={passkey}
							state={stateFor(`/me/passkeys/${passkey.id}/name`)}
						/>
					),
				},
			]}
		/>
	);
}

function ChangePasskey({
	passkey,
	state,
}: {
	passkey: OwnPasskey;
	state: FormState | undefined;
}) {
	return (
		<Disclosure summary={t("Rename or remove")} isOpen={state !== undefined}>
			<Form
				id={`passkey-${passkey.id}`}
				action={`/me/passkeys/${passkey.id}/name`}
				submit={t("Save the name")}
				weight="secondary"
				state={state}
			>
				<TextField
					name="name"
					label={t("Name")}
					value={passkey.name}
					audience="you-alone"
					maxLength={80}
					required
				/>
			</Form>
			<ButtonForm action={`/me/passkeys/${passkey.id}/remove`} weight="danger">
				{t("Remove this passkey")}
			</ButtonForm>
		</Disclosure>
	);
}

function AddPasskey({ device, stateFor }: Props) {
	useIsland("passkeys");
	return (
		<>
			<div
				data-passkey="add"
				data-challenge="/me/passkeys/challenge"
				{...passkeyWords()}
				hidden
			>
				<Form
					action="/me/passkeys"
					submit={t("Add a passkey")}
					weight="secondary"
					state={stateFor("/me/passkeys")}
				>
					<input type="hidden" name="answer" />
					<TextField
						name="name"
						label={t("Name for this passkey")}
						hint={t("To know it by, if you have several.")}
						value={device}
						audience="you-alone"
						size="medium"
						maxLength={80}
						required
					/>
				</Form>
				<output class="hint" />
			</div>
			<WithoutScript />
		</>
	);
}

/** Someone at an unattended desk must not be able to leave themselves a door. */
export function SignInAgain() {
	return (
		<div class="stack">
			<p>
				{t(
					"You signed in more than an hour ago. To add a way to sign in, sign in once more, so that nobody else can do it at your desk.",
				)}
			</p>
			<ButtonForm action="/me/sign-ins/again">
				{t("Sign in once more")}
			</ButtonForm>
		</div>
	);
}

function WithoutScript() {
	return (
		<noscript>
			<p class="hint">
				{t(
					"Passkeys need JavaScript, which is switched off in this browser. Password and link work without it.",
				)}
			</p>
		</noscript>
	);
}

/** What the island says, in the reader's language. */
function passkeyWords() {
	return {
		"data-waiting": t("Your device asks you now."),
		"data-cancelled": t(
			"No passkey was used. Try once more, or take another way.",
		),
		"data-known": t("This device already has a passkey for your account."),
		"data-failed": t(
			"That did not work just now. Try once more in a moment, or take another way.",
		),
	};
}
