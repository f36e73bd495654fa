import type { Context } from "hono";
import type { Frame } from "../../ui/frame.ts";
import type { Assets } from "../assets/assets.ts";
import type { Database, Db } from "../database/database.ts";
import type { Reply, Visit, Visitor } from "./visit.ts";

/** What refused says about a request that ends without its page. */
export type Trouble =
	| "not-found"
	| "refused"
	| "stale-form"
	| "foreign-form"
	| "too-large"
	| "conflict"
	| "busy"
	| "unavailable"
	| "went-wrong";

/** What the web layer needs from the features above it; app.ts brings it. */
export type Wiring = {
	readonly assets: Assets;
	/** The installation's own address without a slash at the end. */
	readonly origin: string;
	readonly isSecure: boolean;
	/** The database this request is for: the organisation's, or the demonstration's. */
	readonly database: (context: Context) => Promise<Place>;
	/** Who is behind the token, inside a transaction that acts as `sign-in`. */
	readonly findVisitor: (
		db: Db,
		signIn: Buffer,
		apart: Visit["apart"],
	) => Promise<Visitor | null>;
	readonly frame: (context: Context, about: FrameFacts) => Frame;
	/** Runs the request with its locale around it. */
	readonly inLocale: <T>(context: Context, work: () => T) => T;
	/** `frame`: that of whoever is there, where it could be found out. */
	readonly refused: (
		context: Context,
		trouble: Trouble,
		about?: { readonly error?: unknown; readonly frame?: Frame | undefined },
	) => Reply;
	readonly isReady: () => Promise<boolean>;
	/** Tests fail on bugs; in production the log is enough. */
	readonly onBug: (error: unknown) => void;
	readonly now: () => Date;
};

export type Place = {
	readonly database: Database;
	readonly isDemonstration: boolean;
};

export type FrameFacts = {
	readonly visitor: Visitor | null;
	readonly organisation: string | null;
	readonly isDemonstration: boolean;
	readonly now: Date;
};
