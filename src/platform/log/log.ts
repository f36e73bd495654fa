import { AsyncLocalStorage } from "node:async_hooks";

/** One JSON object a line on stderr. Facts are ids, codes, counts and durations: never names, addresses or texts of people. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

let sink = (line: string): void => void process.stderr.write(line);

/** Tests listen instead of printing. */
export function logTo(listener: (line: string) => void): void {
	sink = listener;
}

const requests = new AsyncLocalStorage<string>();

/** Runs `work` so that everything it logs or journals carries the request's id. */
export function withRequestId<T>(id: string, work: () => T): T {
	return requests.run(id, work);
}

export function requestId(): string | undefined {
	return requests.getStore();
}

export function log(event: string, facts: Facts = {}): void {
	write("info", event, facts);
}

/** A bug or a broken surrounding: the error's name, code and stack, but not its message, which may quote what people typed. */
export function logError(
	event: string,
	error: unknown,
	facts: Facts = {},
): void {
	write("error", event, { ...facts, ...describe(error) });
}

function write(level: string, event: string, facts: Facts): void {
	const line = {
		at: new Date().toISOString(),
		level,
		event,
		request: requestId() ?? null,
		...facts,
	};
	sink(`${JSON.stringify(line)}\n`);
}

function describe(error: unknown): Facts {
	if (!(error instanceof Error)) return { error: typeof error };
	const frames = (error.stack ?? "")
		.split("\n")
		.filter((line) => line.trimStart().startsWith("at "));
	return {
		error: error.name,
		code: "code" in error ? String(error.code) : null,
		// The database names the rule that was broken without quoting the row.
		rule: "constraint" in error ? String(error.constraint) : null,
		stack: frames.slice(0, 12).join(" | "),
		...(error.cause === undefined ? {} : { cause: causeOf(error.cause) }),
	};
}

function causeOf(cause: unknown): string {
	const { error, code } = describe(cause);
	return `${error} ${code ?? ""}`.trim();
}
