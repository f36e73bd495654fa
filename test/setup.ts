import { unpackBrowser } from "./browser.ts";
import { startTestServer, type TestServer } from "./database.ts";

let server: TestServer | undefined;

/** Once for the whole run: a browser unpacked, one server, one migrated template, its addresses handed to every test file in the environment. */
export async function globalSetup(): Promise<void> {
	await unpackBrowser();
	server = await startTestServer();
	process.env["BATON_ADMIN_URL"] = server.adminUrl;
	process.env["BATON_TEMPLATE_OWNER_URL"] = server.templateOwnerUrl;
	process.env["BATON_TEMPLATE_APPLICATION_URL"] = server.templateApplicationUrl;
}

export async function globalTeardown(): Promise<void> {
	await server?.[Symbol.asyncDispose]();
}
