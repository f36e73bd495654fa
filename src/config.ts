import { z } from "zod";
import { StartupProblem } from "./platform/startup-problem.ts";

/** What the environment says; see docs/operating/environment.md. This is the only file that reads it. */
export type Config = {
	readonly port: number;
	readonly host: string;
	/** The address people type, without a slash at the end. */
	readonly url: string;
	readonly dataFolder: string | undefined;
	readonly keyFile: string | undefined;
	/** Where every new checkpoint of the journal is added. */
	readonly checkpointFile: string | undefined;
	readonly databaseUrl: string | undefined;
	readonly databaseOwnerUrl: string | undefined;
	readonly smtpUrl: string | undefined;
	readonly mailFrom: string | undefined;
};

const optional = z
	.string()
	.optional()
	.transform((value) => (value === "" ? undefined : value));

const Environment = z.object({
	PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
	HOST: z.string().default("127.0.0.1"),
	BATON_URL: optional,
	BATON_DATA: optional,
	BATON_KEY_FILE: optional,
	BATON_CHECKPOINT_FILE: optional,
	DATABASE_URL: optional,
	DATABASE_OWNER_URL: optional,
	SMTP_URL: optional,
	MAIL_FROM: optional,
});

export function readConfig(
	environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
	const read = Environment.safeParse(environment);
	if (!read.success) {
		const names = read.error.issues.map((issue) => issue.path.join("."));
		throw new StartupProblem(
			`The environment variable ${names.join(", ")} has a value that Baton cannot use.`,
		);
	}
	const { data } = read;
	return {
		port: data.PORT,
		host: data.HOST,
		url: (data.BATON_URL ?? `http://localhost:${data.PORT}`).replace(
			/\/+$/,
			"",
		),
		dataFolder: data.BATON_DATA,
		keyFile: data.BATON_KEY_FILE,
		checkpointFile: data.BATON_CHECKPOINT_FILE,
		databaseUrl: data.DATABASE_URL,
		databaseOwnerUrl: data.DATABASE_OWNER_URL,
		smtpUrl: data.SMTP_URL,
		mailFrom: data.MAIL_FROM,
	};
}
