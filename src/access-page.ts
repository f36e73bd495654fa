import { allRoutes } from "./app.ts";
import { prepareOnce } from "./features/demonstration/preparation.ts";
import type { Guard } from "./platform/http/guard.ts";
import type { Route } from "./platform/http/route.ts";

/** Every route there can be, whatever is configured. */
export function everyRoute(): readonly Route[] {
	return allRoutes({
		canMail: true,
		origin: "",
		singleSignOn: {
			issuer: "https://identity.example",
			clientId: "baton",
			clientSecret: "",
			label: "",
			employeeClaim: undefined,
		},
		demonstration: {
			isOpen: true,
			isEverything: false,
			preparation: prepareOnce(
				async () => {},
				() => {},
			),
		},
	});
}

/** "GET /people/:person" */
export function nameOf(route: Route): string {
	return `${route.kind === "action" ? "POST" : "GET"} ${route.path}`;
}

/** docs/access.md: who may open what, as the routes themselves say. */
export function accessPage(): string {
	const rows = everyRoute().map(
		(route) => `| \`${nameOf(route)}\` | ${route.what} | ${who(route.allow)} |`,
	);
	return [
		"# Who may open what",
		"",
		"Generated from the routes by `npm run generate`. This is the outer door only: what someone finds behind it is decided once more by the",
		"row-level security of the database (migrations/). Not allowed and not there look the same.",
		"",
		"| route | what for | who |",
		"| --- | --- | --- |",
		...rows.sort(),
		"",
	].join("\n");
}

function who(guard: Guard): string {
	switch (guard.kind) {
		case "anyone":
			return "anyone";
		case "signed-in":
			return "everyone who is signed in";
		case "demonstration-or-office":
			return `${guard.offices.join(", ")}; in the demonstration everyone`;
		case "office":
			return guard.programIn === undefined
				? guard.offices.join(", ")
				: `${guard.offices.join(", ")} of this program`;
	}
}
