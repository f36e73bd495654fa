// A stream may stay open for hours; whoever may no longer see it must lose it within seconds, in whichever process it runs.

/** What a stream's look at the database throws when its visitor is signed out, has left, or holds the office no more. */
export class NoLongerAdmitted extends Error {
	override readonly name = "NoLongerAdmitted";
}

/** The events of a stream, until it ends, the visitor goes, or may no longer be there. */
export type Followed = (gone: Promise<void>) => AsyncIterable<unknown>;

const MILLISECONDS_BETWEEN_CHECKS = 2000;

export async function* whileAdmitted(
	events: AsyncIterable<unknown>,
	gone: Promise<void>,
	isAdmitted: () => Promise<boolean>,
): AsyncGenerator<unknown> {
	const source = events[Symbol.asyncIterator]();
	const ended = gone.then(() => "gone" as const);
	let checkedAt = performance.now();
	let next = guarded(source.next());
	try {
		for (;;) {
			const met = await Promise.race([next, ended, timer()]);
			if (met === "gone" || met === "over") return;
			if (performance.now() - checkedAt >= MILLISECONDS_BETWEEN_CHECKS) {
				if (!(await isAdmitted())) return;
				checkedAt = performance.now();
			}
			if (met === "check") continue;
			if (met.done) return;
			yield met.value;
			next = guarded(source.next());
		}
	} finally {
		// Not awaited: a source that waits for its next event would keep us waiting too.
		void source.return?.().catch(() => {});
	}
}

async function guarded(
	next: Promise<IteratorResult<unknown>>,
): Promise<IteratorResult<unknown> | "over"> {
	try {
		return await next;
	} catch (error) {
		if (error instanceof NoLongerAdmitted) return "over";
		throw error;
	}
}

function timer(): Promise<"check"> {
	return new Promise((resolve) =>
		setTimeout(() => resolve("check"), MILLISECONDS_BETWEEN_CHECKS).unref(),
	);
}
