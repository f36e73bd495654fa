import { ButtonForm } from "../../../ui/button.tsx";
import { EmailField, PasswordField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { PlainPage } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { RequestedLink } from "../link-request.ts";
import { PasskeySignIn } from "./passkeys.tsx";
import { SingleSignOn } from "./single-sign-on.tsx";

export type CastMember = {
	readonly id: string;
	readonly name: string;
	readonly what: string;
};

type Props = {
	frame: Frame;
	state?: FormState | undefined;
	next: string;
	canMail: boolean;
	/** What single sign-on is called here; undefined where there is none. */
	provider: string | undefined;
	/** They have just signed out of a sign-in that came through the provider. */
	isSignedOut: boolean;
	cast: readonly CastMember[];
};

export function SignInPage(props: Props) {
	const { frame, state, next, canMail, cast, provider } = props;
	return (
		<PlainPage frame={frame} title={t("Sign in")} islands={["signed-out"]}>
			{cast.length > 0 && <Cast cast={cast} next={next} />}
			{provider !== undefined && (
				<SingleSignOn
					label={provider}
					next={next}
					isSignedOut={props.isSignedOut}
				/>
			)}
			<Form
				action="/sign-in"
				submit={t("Sign in")}
				weight={provider === undefined ? "primary" : "secondary"}
				state={state}
			>
				<input type="hidden" name="next" value={next} />
				<EmailField
					name="email"
					label={t("E-mail address")}
					autocomplete="username webauthn"
					required
				/>
				<PasswordField name="password" label={t("Password")} required />
			</Form>
			<div class="other-ways">
				<PasskeySignIn next={next} />
				{canMail ? (
					<>
						<a href="/sign-in/link">{t("Send me a link that signs me in")}</a>
						<a href="/sign-in/password">{t("Choose a new password")}</a>
					</>
				) : (
					<p class="hint">
						{t(
							"No password yet, or forgotten? Ask your program manager or administrator for an invitation link.",
						)}
					</p>
				)}
			</div>
		</PlainPage>
	);
}

function Cast({ cast, next }: { cast: readonly CastMember[]; next: string }) {
	return (
		<Section
			title={t("Who would you like to be?")}
			lead={t("In the demonstration, one click signs you in.")}
		>
			<ul class="cast">
				{cast.map(({ id, name, what }) => (
					<li>
						<ButtonForm
							action="/demonstration/sign-in"
							values={{ person: id, next }}
						>
							{name}
						</ButtonForm>
						<span>{what}</span>
					</li>
				))}
			</ul>
			<ButtonForm action="/demonstration/leave" weight="quiet">
				{t("Leave the demonstration")}
			</ButtonForm>
		</Section>
	);
}

export function LinkRequestPage({
	frame,
	state,
	action,
	purpose,
}: {
	frame: Frame;
	state?: FormState | undefined;
	action: string;
	purpose: RequestedLink;
}) {
	const isReset = purpose === "password-reset";
	return (
		<PlainPage
			frame={frame}
			title={
				isReset ? t("Choose a new password") : t("A link that signs you in")
			}
			lead={
				isReset
					? t(
							"We send a link to your address, with which you choose it. It works once, for two hours.",
						)
					: t("We send it to your address. It works once, for thirty minutes.")
			}
		>
			<Form
				action={action}
				submit={t("Send the link")}
				state={state}
				cancel={{ label: t("Back"), href: "/sign-in" }}
			>
				<EmailField name="email" label={t("E-mail address")} required />
			</Form>
		</PlainPage>
	);
}

export function LinkSentPage({ frame }: { frame: Frame }) {
	return (
		<PlainPage
			frame={frame}
			title={t("Look into your mail")}
			lead={t(
				"If there is an account with this address, a link is on its way to it. It works once, and not for long.",
			)}
		>
			<p>
				<a href="/sign-in">{t("Back to signing in")}</a>
			</p>
		</PlainPage>
	);
}
