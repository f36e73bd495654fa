import { createServer, type RequestListener, type Server } from "node:http";
import { parseArgs } from "node:util";
import { getRequestListener } from "@hono/node-server";
import { type Config, readConfig } from "../config.ts";
import { openInstallation } from "../installation.ts";
import { log } from "../platform/log/log.ts";
import { StartupProblem } from "../platform/startup-problem.ts";
import type { Io } from "./io.ts";

export const help = `Usage: ./baton serve [--demo] [--public-demo]

Starts Baton: the database, its migrations, the web server and the job queue.
npm start runs this.

  --demo          open the demonstration instead of the organisation
  --public-demo   offer the demonstration's one-click sign-in on other than loopback addresses too

Environment: PORT (3000), HOST (127.0.0.1), BATON_URL, BATON_DATA, BATON_KEY_FILE, BATON_CHECKPOINT_FILE, DATABASE_URL, DATABASE_OWNER_URL, SMTP_URL, MAIL_FROM.`;

export async function run(args: readonly string[], io: Io): Promise<number> {
	const { values } = parseArgs({
		args: [...args],
		options: { demo: { type: "boolean" }, "public-demo": { type: "boolean" } },
	});
	const began = performance.now();
	// From the first moment on: a Ctrl-C during the start must also stop the database that has just been started.
	const stopping = stopSignal();
	const asked = readConfig();
	// The port comes first: whoever finds it taken has then touched nothing.
	const opened = Promise.withResolvers<RequestListener>();
	// Whoever comes during the start waits for its end: a request without a listener would hang for ever.
	const server = createServer(
		(request, response) =>
			void opened.promise.then((answer) => answer(request, response)),
	);
	const config = withPort(asked, await listen(server, asked.port, asked.host));
	const installation = await openInstallation(config, {
		isDemonstration: values.demo ?? false,
		isPublicDemonstration: values["public-demo"] ?? false,
		whileMaking: () =>
			io.stderr(
				"The demonstration is being made: a year and a half of mentoring is gone through, which takes up to half a minute.\n",
			),
	});
	const listener = getRequestListener(installation.app.fetch);
	opened.resolve((request, response) => void listener(request, response));
	io.stderr(
		`Baton is ready at ${config.url} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`,
	);
	await stopping;
	log("stopping");
	server.close();
	server.closeAllConnections();
	await installation.close();
	return 0;
}

// PORT=0 asks for any free port, which the printed address must then name.
function withPort(config: Config, port: number): Config {
	return config.port === 0
		? { ...config, port, url: `http://localhost:${port}` }
		: config;
}

function listen(server: Server, port: number, host: string): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once("error", (error) => {
			const code = "code" in error ? error.code : "";
			reject(
				new StartupProblem(
					code === "EADDRINUSE"
						? `Port ${port} is taken: stop what runs there, or set PORT to another number.`
						: `Baton cannot listen on ${host}:${port} (${error.message}).`,
				),
			);
		});
		server.listen(port, host, () => {
			const address = server.address();
			resolve(typeof address === "object" ? (address?.port ?? port) : port);
		});
	});
}

function stopSignal(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
			process.once(signal, () => resolve());
	});
}
