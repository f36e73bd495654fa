/** How far the making of the demonstration is. */
export type PreparationState =
	| { readonly kind: "not-begun" }
	| { readonly kind: "working"; readonly done: number; readonly total: number }
	| { readonly kind: "ready" }
	| { readonly kind: "failed" };

export type Preparation = {
	readonly begin: () => void;
	readonly state: () => PreparationState;
	readonly follow: () => AsyncIterable<unknown>;
};

type Report = (done: number, total: number) => void;

/** Runs `make` at most once at a time, and tells everyone who waits how far it is. */
export function prepareOnce(
	make: (report: Report) => Promise<void>,
	onFailure: (error: unknown) => void,
): Preparation {
	let state: PreparationState = { kind: "not-begun" };
	let changed = Promise.withResolvers<void>();
	const become = (next: PreparationState) => {
		state = next;
		changed.resolve();
		changed = Promise.withResolvers<void>();
	};
	const isOver = () => state.kind === "ready" || state.kind === "failed";
	return {
		begin: () => {
			if (state.kind === "working" || state.kind === "ready") return;
			become({ kind: "working", done: 0, total: 1 });
			make((done, total) => become({ kind: "working", done, total })).then(
				() => become({ kind: "ready" }),
				(error: unknown) => {
					onFailure(error);
					become({ kind: "failed" });
				},
			);
		},
		state: () => state,
		follow: async function* () {
			while (!isOver()) {
				if (state.kind === "working")
					yield { value: state.done, max: state.total };
				await changed.promise;
			}
			yield { value: 1, max: 1, href: "/demonstration/preparing" };
		},
	};
}
