import { transact } from "../src/platform/database/database.ts";
import { linkIdentity } from "../src/features/sign-in/single-sign-on/identities.ts";
import type { Client, Seen } from "./client.ts";
import { clientId, type FalseProvider } from "./identity-provider.ts";
import type { World, WorldOptions } from "./world.ts";

/** A world that trusts this provider. */
export function trusting(
	{ issuer }: Pick<FalseProvider, "issuer">,
	employeeClaim?: string,
): WorldOptions {
	return {
		singleSignOn: {
			issuer,
			clientId,
			clientSecret: "a secret between the two of them",
			label: "Meridian account",
			employeeClaim,
		},
	};
}

/** Somebody who is linked already. */
export async function linked(
	world: World,
	{ issuer }: Pick<FalseProvider, "issuer">,
	person: string,
	subject: string,
): Promise<void> {
	await transact(
		world.database,
		{ actor: { kind: "process", process: "sign-in" }, access: "write" },
		(tx) =>
			linkIdentity(tx, person, {
				identity: { issuer, subject, employeeNumber: undefined },
				by: "invitation",
			}),
	);
}

/** The address a visitor is sent to when they choose single sign-on. */
export async function setOut(
	client: Client,
	path = "/sign-in/single-sign-on",
): Promise<string> {
	return (await client.look(path)).location ?? "";
}

/** Comes back with the provider's answer, and goes where that leads. */
export function arrive(client: Client, back: URL): Promise<Seen> {
	return client.get(pathOf(back));
}

export function pathOf({ pathname, search }: URL): string {
	return pathname + search;
}
