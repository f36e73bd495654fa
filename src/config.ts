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
	/** The mailbox that answers to invitations come to; docs/operating/calendar.md. */
	readonly imapUrl: string | undefined;
	readonly singleSignOn: SingleSignOn | undefined;
};

/** The organisation's identity provider; docs/operating/single-sign-on.md. */
export type SingleSignOn = {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly label: string;
	readonly employeeClaim: string | undefined;
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
	IMAP_URL: optional.refine(
		(value) =>
			value === undefined ||
			(URL.canParse(value) && /^imaps?:\/\/[^/]*@/.test(value)),
	),
	OIDC_ISSUER: optional,
	OIDC_CLIENT_ID: optional,
	OIDC_CLIENT_SECRET: optional,
	OIDC_LABEL: optional,
	OIDC_EMPLOYEE_CLAIM: optional,
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
		imapUrl: data.IMAP_URL,
		singleSignOn: readSingleSignOn(data),
	};
}

// What people can change of themselves, or what passes from one to another, must never say who somebody is.
const changeableClaims = [
	...["email", "preferred_username", "upn", "unique_name", "name", "nickname"],
	...["given_name", "family_name", "phone_number", "website", "profile"],
];

function readSingleSignOn(
	data: z.infer<typeof Environment>,
): SingleSignOn | undefined {
	const { OIDC_ISSUER: issuer, OIDC_EMPLOYEE_CLAIM: employeeClaim } = data;
	const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data;
	if (issuer === undefined && clientId === undefined) return undefined;
	if (
		issuer === undefined ||
		clientId === undefined ||
		clientSecret === undefined
	)
		throw new StartupProblem(
			"Single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together.",
		);
	if (!isTrustworthy(issuer))
		throw new StartupProblem(
			`OIDC_ISSUER must be an https address, and ${issuer} is not.`,
		);
	if (employeeClaim !== undefined && changeableClaims.includes(employeeClaim))
		throw new StartupProblem(
			`OIDC_EMPLOYEE_CLAIM must hold an employee number that HR gave. ${employeeClaim} can change or pass to somebody else, so it never says who someone is.`,
		);
	return {
		issuer,
		clientId,
		clientSecret,
		label: data.OIDC_LABEL ?? new URL(issuer).hostname,
		employeeClaim,
	};
}

// Without https only on this machine, for trying it out.
function isTrustworthy(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol, hostname } = new URL(address);
	return (
		protocol === "https:" ||
		(protocol === "http:" && ["127.0.0.1", "localhost"].includes(hostname))
	);
}
