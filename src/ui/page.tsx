// The page around every page: skip link, rail (a bar at the bottom on a phone), what the page answers, and what just happened.
import { type ComponentChildren, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { ButtonForm } from "./button.tsx";
import {
	type Frame,
	type Island,
	type Notice,
	SurroundingsContext,
	useFrame,
} from "./frame.ts";
import { Icon } from "./icon.tsx";
import { Bar, Rail, Wordmark } from "./navigation.tsx";
import { Preferences } from "./preferences.tsx";
import { t } from "./text.ts";

type PageProps = {
	frame: Frame;
	/** What the page answers: "Who meets whom this spring". */
	title: string;
	lead?: ComponentChildren;
	children?: ComponentChildren;
	/** The page this one belongs to. */
	parent?: { label: string; href: string } | undefined;
	/** The page's one main action, beside its title. */
	action?: ComponentChildren;
	/** Islands that no component on the page asks for by itself. */
	islands?: readonly Island[];
	/** Without script the page asks again by itself: for pages that show progress. */
	refreshSeconds?: number | undefined;
	/** "measure" for prose and forms, "wide" for boards and large tables. */
	width?: "measure" | "normal" | "wide";
};

export function Page(props: PageProps) {
	return (
		<Document frame={props.frame} title={props.title} props={props}>
			<body class="page">
				<SkipLink />
				<Rail />
				<div class="sheet">
					<Demonstration />
					<main id="content" class={`content ${props.width ?? "normal"}`}>
						<PageNotice notice={props.frame.notice} />
						<header class="page-head">
							{props.parent && (
								<a class="page-parent" href={props.parent.href}>
									{props.parent.label}
								</a>
							)}
							<h1>{props.title}</h1>
							{props.lead && <p class="lead">{props.lead}</p>}
							{props.action && <div class="page-action">{props.action}</div>}
						</header>
						{props.children}
					</main>
				</div>
				<Bar />
				<Scripts />
			</body>
		</Document>
	);
}

/** A page of its own, without rail: signing in, the first visit, an invitation, a refusal. */
export function PlainPage(
	props: Omit<PageProps, "width" | "parent" | "action">,
) {
	return (
		<Document frame={props.frame} title={props.title} props={props}>
			<body class="plain-page">
				<SkipLink />
				<Demonstration />
				<main id="content" class="plain-content">
					<Wordmark href="/" />
					<PageNotice notice={props.frame.notice} />
					<header class="page-head">
						<h1>{props.title}</h1>
						{props.lead && <p class="lead">{props.lead}</p>}
					</header>
					{props.children}
				</main>
				<footer class="plain-foot">
					<Preferences />
				</footer>
				<Scripts />
			</body>
		</Document>
	);
}

/** The whole document as text, ready to send. */
export function renderPage(page: VNode): string {
	return `<!doctype html>${renderToString(page)}`;
}

function Document({
	frame,
	title,
	props,
	children,
}: {
	frame: Frame;
	title: string;
	props: Pick<PageProps, "islands" | "refreshSeconds">;
	children: ComponentChildren;
}) {
	const islands = new Set(props.islands);
	const place = frame.organisation ?? "Baton";
	return (
		<SurroundingsContext.Provider value={{ frame, islands }}>
			<html lang={frame.locale} dir={frame.direction} data-theme={frame.theme}>
				<head>
					<meta charset="utf-8" />
					<title>{`${title} · ${place}`}</title>
					<meta name="viewport" content="width=device-width, initial-scale=1" />
					<meta name="color-scheme" content={frame.theme ?? "light dark"} />
					<link
						rel="icon"
						type="image/svg+xml"
						href={frame.asset("mark.svg")}
					/>
					{["inter-latin.woff2", "source-serif-4-latin.woff2"].map((font) => (
						<link
							key={font}
							rel="preload"
							as="font"
							type="font/woff2"
							crossOrigin="anonymous"
							href={frame.asset(font)}
						/>
					))}
					<link rel="stylesheet" href={frame.asset("baton.css")} />
					{props.refreshSeconds !== undefined && (
						<noscript>
							<meta http-equiv="refresh" content={`${props.refreshSeconds}`} />
						</noscript>
					)}
				</head>
				{children}
			</html>
		</SurroundingsContext.Provider>
	);
}

function SkipLink() {
	return (
		<a class="skip-link" href="#content">
			{t("To the content")}
		</a>
	);
}

function Demonstration() {
	if (!useFrame().isDemonstration) return null;
	return (
		<aside class="demonstration" aria-label={t("Demonstration")}>
			<strong>{t("Demonstration")}</strong>{" "}
			{t("Everyone here is invented. Try anything; nothing leaves this place.")}
		</aside>
	);
}

function PageNotice({ notice }: { notice: Notice | undefined }) {
	if (!notice) return null;
	const icon = notice.kind === "done" ? "check" : "alert";
	return (
		<div
			class={`notice ${notice.kind}`}
			role={notice.kind === "problem" ? "alert" : "status"}
		>
			<Icon name={icon} />
			<p>{notice.text}</p>
			{notice.undo && (
				<ButtonForm action={notice.undo.action} weight="quiet" icon="undo">
					{notice.undo.label}
				</ButtonForm>
			)}
		</div>
	);
}

// Rendering goes through the tree in order, so everything before this has already asked for its island.
function Scripts() {
	return (
		<SurroundingsContext.Consumer>
			{(surroundings) =>
				[...(surroundings?.islands ?? [])].map((island) => (
					<script
						key={island}
						type="module"
						src={surroundings?.frame.asset(`${island}.js`)}
					/>
				))
			}
		</SurroundingsContext.Consumer>
	);
}
