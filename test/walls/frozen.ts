import pg from "pg";

let isFrozen = false;

/**
 * From now on every transaction of this process ends as if it had failed: each request is answered in full from the same world, and none leaves
 * anything behind for the next.
 */
export function freeze(): void {
	isFrozen = true;
}

export function thaw(): void {
	isFrozen = false;
}

const query: unknown = Reflect.get(pg.Client.prototype, "query");
Object.defineProperty(pg.Client.prototype, "query", {
	configurable: true,
	writable: true,
	value(this: pg.Client, ...given: unknown[]): unknown {
		const [text, ...others] = given;
		if (typeof query !== "function") return undefined;
		return Reflect.apply(query, this, [
			isFrozen && text === "commit" ? "rollback" : text,
			...others,
		]);
	},
});
