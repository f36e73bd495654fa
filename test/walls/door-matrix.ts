// What each actor meets at each route: inside, or the answer for what is not there.
import { setTimeout } from "node:timers/promises";
import { mayEnter } from "../../src/platform/http/guard.ts";
import type { Route } from "../../src/platform/http/route.ts";
import { type Actor, clientOf, type PeopledWorld } from "./peopled-world.ts";

/** Whom the route's own guard lets through. */
export function admittedBy(
	route: Route,
	{ actors, ids }: Pick<PeopledWorld, "actors" | "ids">,
): readonly string[] {
	return actors
		.filter(({ isSignedIn, held }) =>
			mayEnter(route.allow, {
				isSignedIn,
				held,
				isDemonstration: false,
				params: ids,
			}),
		)
		.map(({ name }) => name)
		.toSorted();
}

export type Met = {
	/** hidden: as if it were not there; asked: to sign in first. */
	readonly what: "inside" | "hidden" | "asked" | "broken";
	/** Status, headers and body, with what differs every time left out. */
	readonly answer: string;
};

/** One request. `isThere: false` asks for ids that nothing has. */
export async function meet(
	world: PeopledWorld,
	actor: Actor,
	route: Route,
	{ isThere }: { readonly isThere: boolean },
): Promise<Met> {
	const ids: string[] = [];
	const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
		const id = (isThere ? world.ids[name] : undefined) ?? crypto.randomUUID();
		ids.push(id);
		return id;
	});
	const response = await clientOf(world, actor).raw(
		path,
		route.kind === "action",
	);
	const isStream =
		response.headers.get("content-type")?.startsWith("text/event-stream") ??
		false;
	if (isStream) {
		await response.body?.cancel();
		await setTimeout(0);
		return { what: "inside", answer: "" };
	}
	const body = await response.text();
	const headers = [...response.headers].filter(
		([name]) => name !== "x-request-id",
	);
	const answer = masked(
		JSON.stringify([response.status, headers, body]),
		response.headers.get("x-request-id"),
		ids,
	);
	return { what: kindOf(response), answer };
}

function kindOf(response: Response): Met["what"] {
	const { status } = response;
	if (status === 404) return "hidden";
	if (status >= 500) return "broken";
	const isAsked =
		status === 401 ||
		(status === 303 &&
			/^\/sign-in(\?|$)/.test(response.headers.get("location") ?? ""));
	return isAsked ? "asked" : "inside";
}

/** Ids of the path, the request's id, one-time keys and nonces are different every time and tell nothing. */
function masked(
	text: string,
	requestId: string | null,
	ids: readonly string[],
): string {
	let left = text;
	for (const id of [requestId, ...ids])
		if (id !== null) left = left.replaceAll(id, "ID");
	return left
		.replace(/(name=\\"form-key\\" value=\\")[\w-]+/g, "$1KEY")
		.replace(/nonce-[\w+/=-]+/g, "nonce-NONCE");
}
