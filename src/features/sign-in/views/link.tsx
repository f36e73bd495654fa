import { LinkButton } from "../../../ui/button.tsx";
import { PasswordField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { PlainPage } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import type { LinkPurpose } from "../commands.ts";
import { shortestPassword } from "../password.ts";

type Props = {
	frame: Frame;
	state?: FormState | undefined;
	token: string;
	purpose: LinkPurpose;
	firstName: string;
	/** What single sign-on is called here; undefined where there is none. */
	provider: string | undefined;
};

/** Opening a link only shows this page; the button uses it up. Mail scanners follow links, they do not press buttons. */
export function LinkPage(props: Props) {
	const { frame, state, token, purpose, firstName, provider } = props;
	const isMagic = purpose === "magic-link";
	return (
		<PlainPage
			frame={frame}
			title={
				firstName === ""
					? t("Welcome")
					: t("Welcome, {name}", { name: firstName })
			}
			lead={
				isMagic
					? t("One press and you are in.")
					: t(
							"Choose a password, and you are in. You can sign in by mail instead wherever mail is set up.",
						)
			}
		>
			<Form action={`/link/${token}`} submit={t("Sign in")} state={state}>
				{!isMagic && (
					<PasswordField
						name="password"
						label={t("Password")}
						hint={t(
							"At least {length} characters. Four random words are a good one.",
							{ length: shortestPassword },
						)}
						isNew
						required
					/>
				)}
			</Form>
			{purpose === "invitation" && provider !== undefined && (
				<div class="other-ways">
					<p>
						{t(
							"Or without a password: come in through {label}, now and from then on.",
							{ label: provider },
						)}
					</p>
					<LinkButton href={`/link/${token}/single-sign-on`}>
						{t("Come in through {label}", { label: provider })}
					</LinkButton>
				</div>
			)}
		</PlainPage>
	);
}

export function UsedLinkPage({ frame }: { frame: Frame }) {
	return (
		<PlainPage
			frame={frame}
			title={t("This link no longer works")}
			lead={t(
				"It has been used, or its time has run out. Ask whoever sent it for a new one, or sign in.",
			)}
		>
			<p>
				<a href="/sign-in">{t("Sign in")}</a>
			</p>
		</PlainPage>
	);
}
