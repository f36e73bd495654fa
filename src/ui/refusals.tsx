// The ways of saying no, and the one of having failed: what is wrong and what to do, without blame. Whoever is signed in keeps the rail.
import type { ComponentChildren } from "preact";
import { Actions, LinkButton } from "./button.tsx";
import type { Frame } from "./frame.ts";
import { Page, PlainPage } from "./page.tsx";
import { Section } from "./section.tsx";
import { t } from "./text.ts";

export function NotFoundPage({ frame }: { frame: Frame }) {
	return (
		<RefusalPage
			frame={frame}
			title={t("There is nothing here for you to see")}
			lead={t(
				"The address may be mistyped, what was here may be gone, or it is between other people.",
			)}
		>
			<Back frame={frame} />
		</RefusalPage>
	);
}

export function NotAllowedPage({
	frame,
	children,
}: {
	frame: Frame;
	/** Who can do it, in a sentence. */
	children?: ComponentChildren;
}) {
	return (
		<RefusalPage
			frame={frame}
			title={t("This is not yours to do")}
			lead={children ?? t("Ask someone who runs the program.")}
		>
			<Back frame={frame} />
		</RefusalPage>
	);
}

export function ConflictPage({
	frame,
	title,
	children,
	again,
}: {
	frame: Frame;
	/** Where it is not that somebody was quicker. */
	title?: string;
	/** What happened meanwhile, in a sentence. */
	children?: ComponentChildren;
	/** Where to see how things stand now. */
	again?: string;
}) {
	return (
		<RefusalPage
			frame={frame}
			title={title ?? t("Something changed in the meantime")}
			lead={
				children ??
				t(
					"Someone else was quicker, or this was already done. Nothing was done twice.",
				)
			}
		>
			<Actions>
				<LinkButton weight="primary" href={again ?? "/"}>
					{t("See how things stand now")}
				</LinkButton>
			</Actions>
		</RefusalPage>
	);
}

export function SignedOutPage({
	frame,
	written,
	next,
}: {
	frame: Frame;
	/** What they had written, to copy; nothing of it is stored. */
	written: readonly string[];
	/** Where they go on after signing in. */
	next: string;
}) {
	return (
		<PlainPage
			frame={frame}
			title={t("You are signed out")}
			lead={t(
				"You were signed out while this page was open, so what you sent was not stored. Sign in and send it again.",
			)}
		>
			{written.length > 0 && (
				<Section
					title={t("What you had written")}
					lead={t("Copy it before you go on; it is kept nowhere.")}
				>
					{written.map((text) => (
						<blockquote class="prose">
							{text.split(/\n+/).map((line) => (
								<p>{line}</p>
							))}
						</blockquote>
					))}
				</Section>
			)}
			<Actions>
				<LinkButton
					weight="primary"
					href={`/sign-in?next=${encodeURIComponent(next)}`}
				>
					{t("Sign in")}
				</LinkButton>
			</Actions>
		</PlainPage>
	);
}

/** requestId: what the log calls this request, so that whoever runs Baton can find it. */
export function ProblemPage({
	frame,
	requestId,
}: {
	frame: Frame;
	requestId: string;
}) {
	return (
		<RefusalPage
			frame={frame}
			title={t("That did not work, and it is not your doing")}
			lead={t(
				"Nothing was changed. Try again in a moment; if it happens again, whoever runs Baton here can find it by this number.",
			)}
		>
			<p class="request-id">{requestId}</p>
			<Back frame={frame} />
		</RefusalPage>
	);
}

function Back({ frame }: { frame: Frame }) {
	return (
		<Actions>
			<LinkButton weight="primary" href="/">
				{frame.person ? t("To what waits for you") : t("To the first page")}
			</LinkButton>
		</Actions>
	);
}

function RefusalPage({
	frame,
	title,
	lead,
	children,
}: {
	frame: Frame;
	title: string;
	lead: ComponentChildren;
	children?: ComponentChildren;
}) {
	return frame.person === null ? (
		<PlainPage frame={frame} title={title} lead={lead}>
			{children}
		</PlainPage>
	) : (
		<Page frame={frame} title={title} lead={lead} width="measure">
			{children}
		</Page>
	);
}
