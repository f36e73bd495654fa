import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { PlainPage } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDateTime, formatRelative, t } from "../../../ui/text.ts";
import type { OwnIdentity } from "../single-sign-on/identities.ts";
import { SignInAgain } from "./passkeys.tsx";

/** The first way on the sign-in page, where the organisation has one. */
export function SingleSignOn({
	label,
	next,
	isSignedOut,
}: {
	label: string;
	next: string;
	isSignedOut: boolean;
}) {
	return (
		<div class="first-way">
			{isSignedOut && (
				<p>
					{t(
						"You are signed out of Baton. At a shared computer, sign out of {label} too:",
						{ label },
					)}{" "}
					<a href="/sign-out/single-sign-on">
						{t("Sign out of {label}", { label })}
					</a>
				</p>
			)}
			<LinkButton
				weight="primary"
				href={`/sign-in/single-sign-on?next=${encodeURIComponent(next)}`}
			>
				{t("Sign in through {label}", { label })}
			</LinkButton>
		</div>
	);
}

/** Between the form and the provider: forms here may only lead to pages of our own. */
export function ContinuePage({
	frame,
	label,
	address,
}: {
	frame: Frame;
	label: string;
	address: string;
}) {
	return (
		<PlainPage
			frame={frame}
			title={t("Now show {label} who you are", { label })}
			lead={t(
				"You sign in there once more and come back. Baton keeps who you are there, as a number, and nothing else about you.",
			)}
		>
			<Actions>
				<LinkButton weight="primary" href={address}>
					{t("Go on to {label}", { label })}
				</LinkButton>
				<LinkButton weight="quiet" href="/me/sign-ins">
					{t("Back")}
				</LinkButton>
			</Actions>
		</PlainPage>
	);
}

export type SingleSignOnTrouble =
	| "no-flow"
	| "cancelled"
	| "not-believed"
	| "unreachable"
	| "unknown"
	| "taken"
	| "somebody-else";

/** What went wrong on the way, and what to do now. */
export function SingleSignOnProblemPage({
	frame,
	label,
	trouble,
}: {
	frame: Frame;
	label: string;
	trouble: SingleSignOnTrouble;
}) {
	return (
		<PlainPage
			frame={frame}
			title={titleOf(trouble, label)}
			lead={leadOf(trouble, label)}
		>
			<Actions>
				<LinkButton
					weight="primary"
					href={frame.person === null ? "/sign-in" : "/me/sign-ins"}
				>
					{frame.person === null
						? t("See the other ways to sign in")
						: t("See how you sign in")}
				</LinkButton>
			</Actions>
		</PlainPage>
	);
}

function titleOf(trouble: SingleSignOnTrouble, label: string): string {
	switch (trouble) {
		case "unreachable":
			return t("{label} cannot be reached just now", { label });
		case "unknown":
			return t("Baton does not know this identity yet");
		case "taken":
			return t("This identity cannot be linked to your account");
		case "no-flow":
		case "cancelled":
		case "not-believed":
		case "somebody-else":
			return t("{label} did not sign you in", { label });
	}
}

function leadOf(trouble: SingleSignOnTrouble, label: string): string {
	switch (trouble) {
		case "no-flow":
			return t(
				"This answer belongs to no visit that this browser began in the last ten minutes. Begin once more, in the same window.",
			);
		case "cancelled":
			return t("You, or {label}, broke it off. Nothing was changed.", {
				label,
			});
		case "not-believed":
			return t(
				"Its answer did not stand up to being checked, so nobody was signed in. Begin once more; if it happens again, whoever runs Baton finds the reason in the log.",
			);
		case "unreachable":
			return t("Try again in a minute, or sign in another way.");
		case "unknown":
			return t(
				"Baton never goes by an e-mail address, which could be somebody else’s. Sign in once by password or link and link {label} on the page “How and where you are signed in”, or ask whoever runs Baton for an invitation: it can be accepted through {label}.",
				{ label },
			);
		case "taken":
			return t(
				"It is linked to an account already, or your account is linked to another identity. Remove that link first, or ask whoever runs Baton.",
			);
		case "somebody-else":
			return t(
				"Somebody else is signed in here than the one who began. Sign in as yourself and begin once more.",
			);
	}
}

export function IdentitySection({
	label,
	identity,
	mayLink,
	timeZone,
	now,
}: {
	label: string;
	identity: OwnIdentity | undefined;
	mayLink: boolean;
	timeZone: string;
	now: number;
}) {
	return (
		<Section title={t("Single sign-on")} layout="beside">
			{identity === undefined ? (
				<>
					<p>
						{t(
							"Sign in through {label}, without a password of its own for Baton.",
							{ label },
						)}
					</p>
					{mayLink ? (
						<ButtonForm action="/me/identity">
							{t("Link {label}", { label })}
						</ButtonForm>
					) : (
						<SignInAgain />
					)}
				</>
			) : (
				<>
					<p>
						{identity.usedAt === null
							? t("Linked to {label} on {day}, not used yet.", {
									label,
									day: formatDateTime(identity.linkedAt, timeZone),
								})
							: t("Linked to {label} on {day}, last used {ago}.", {
									label,
									day: formatDateTime(identity.linkedAt, timeZone),
									ago: formatRelative(identity.usedAt, now),
								})}
					</p>
					<ButtonForm action="/me/identity/unlink" weight="quiet">
						{t("Remove the link")}
					</ButtonForm>
				</>
			)}
		</Section>
	);
}
