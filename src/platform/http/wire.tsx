import type { Context } from "hono";
import {
	ConflictPage,
	NotAllowedPage,
	NotFoundPage,
	ProblemPage,
} from "../../ui/refusals.tsx";
import type { Frame } from "../../ui/frame.ts";
import { currentLocale, directionOf, t } from "../../ui/text.ts";
import type { Assets } from "../assets/assets.ts";
import { acceptedLocale, asLocale, inLocale } from "../locale/locale.ts";
import { requestId } from "../log/log.ts";
import { TooLarge } from "./body.ts";
import { cookie, unpackNotice } from "./cookies.ts";
import { newFormKey } from "./form-keys.ts";
import { navigationOf, type Place } from "./navigation.ts";
import { Conflict, Invalid, NotAllowed } from "./refusal.ts";
import { type Reply, show } from "./visit.ts";
import type { FrameFacts, Trouble, Wiring } from "./wiring.ts";

export type WireOptions = Pick<
	Wiring,
	"assets" | "origin" | "database" | "findVisitor" | "isReady"
> & {
	readonly places: readonly Place[];
	readonly onBug?: Wiring["onBug"] | undefined;
	readonly now?: Wiring["now"] | undefined;
};

/** The surroundings of every request: its locale, its frame, and the pages for those that end in trouble. */
export function wire(options: WireOptions): Wiring {
	const { assets, places } = options;
	const now = options.now ?? (() => new Date());
	return {
		...options,
		isSecure: options.origin.startsWith("https:"),
		onBug: options.onBug ?? (() => {}),
		now,
		inLocale: (context, work) => inLocale(localeOf(context), work),
		frame: (context, facts) => frameOf(context, facts, { assets, places }),
		refused: (context, trouble, { error, frame } = {}) => {
			const facts = {
				visitor: null,
				organisation: null,
				isDemonstration: false,
				now: now(),
			};
			return refusalPage(
				frame ?? frameOf(context, facts, { assets, places: [] }),
				trouble,
				{ error, again: cameFrom(context) },
			);
		},
	};
}

function localeOf(context: Context) {
	return (
		asLocale(cookie(context, "baton-locale")) ??
		acceptedLocale(context.req.header("accept-language")) ??
		"en"
	);
}

function frameOf(
	context: Context,
	{ visitor, organisation, isDemonstration, now }: FrameFacts,
	{
		assets,
		places,
	}: { readonly assets: Assets; readonly places: readonly Place[] },
): Frame {
	const url = new URL(context.req.url);
	const theme = cookie(context, "baton-theme");
	return {
		locale: currentLocale(),
		direction: directionOf(currentLocale()),
		path: url.pathname + url.search,
		person: visitor === null ? null : { id: visitor.id, name: visitor.name },
		navigation: navigationOf(places, {
			visitor,
			path: url.pathname,
			isDemonstration,
		}),
		notice: unpackNotice(cookie(context, "baton-notice")),
		newFormKey,
		asset: assets.url,
		isDemonstration,
		organisation,
		now: now.getTime(),
		theme: theme === "light" || theme === "dark" ? theme : undefined,
	};
}

type Circumstances = {
	readonly error: unknown;
	/** The page the refused form stood on, to see how things stand now. */
	readonly again: string;
};

function refusalPage(
	frame: Frame,
	trouble: Trouble,
	{ error, again }: Circumstances,
): Reply {
	switch (trouble) {
		case "not-found":
			return show(<NotFoundPage frame={frame} />, 404);
		case "refused":
			return refused(frame, { error, again });
		case "conflict":
			return show(<ConflictPage frame={frame} again={again} />, 409);
		case "stale-form":
			return show(
				<ConflictPage frame={frame} again={again}>
					{t(
						"This form came without its key. Open the page again and send it once more.",
					)}
				</ConflictPage>,
				400,
			);
		case "foreign-form":
			return show(
				<NotAllowedPage frame={frame}>
					{t(
						"This form was sent from another site. Open the page here and send it again.",
					)}
				</NotAllowedPage>,
				403,
			);
		case "too-large":
			return show(
				<ConflictPage frame={frame} again={again}>
					{t(
						"What you sent is larger than {megabytes} MB, the most this page takes. Nothing was stored.",
						{
							megabytes:
								error instanceof TooLarge
									? Math.round(error.maxBytes / 1_000_000)
									: 1,
						},
					)}
				</ConflictPage>,
				413,
			);
		case "busy":
			return show(
				<ConflictPage
					frame={frame}
					again={again}
					title={t("Many people are signing in right now")}
				>
					{t(
						"Nothing was changed. Wait ten seconds, then send it once more; a passkey lets you in at once.",
					)}
				</ConflictPage>,
				503,
			);
		case "unavailable":
			return show(
				<ProblemPage frame={frame} requestId={requestId() ?? ""} />,
				503,
			);
		case "went-wrong":
			return show(
				<ProblemPage frame={frame} requestId={requestId() ?? ""} />,
				500,
			);
	}
}

function refused(frame: Frame, { error, again }: Circumstances): Reply {
	if (error instanceof Conflict)
		return show(
			<ConflictPage frame={frame} again={again}>
				{error.message || undefined}
			</ConflictPage>,
			409,
		);
	if (error instanceof NotAllowed)
		return show(
			<NotAllowedPage frame={frame}>
				{error.message || undefined}
			</NotAllowedPage>,
			403,
		);
	if (error instanceof Invalid)
		return show(
			<ConflictPage frame={frame} again={again}>
				{[error.problem, ...Object.values(error.errors)]
					.filter(Boolean)
					.join(" ")}
			</ConflictPage>,
			422,
		);
	return show(<NotFoundPage frame={frame} />, 404);
}

function cameFrom(context: Context): string {
	const referer = context.req.header("referer");
	if (referer === undefined || !URL.canParse(referer)) return "/";
	const { host, pathname, search } = new URL(referer);
	return host === context.req.header("host") ? pathname + search : "/";
}
