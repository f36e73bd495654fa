// What this browser remembers between pages, in IndexedDB: one's unlocked keys for a while (as keys that cannot be taken out), which keys of other
// people it has met, and how far each text had got, so that a server cannot show an older state without being noticed.

export type Memory = {
	readonly get: (name: string) => Promise<unknown>;
	readonly set: (name: string, value: unknown) => Promise<void>;
	readonly remove: (name: string) => Promise<void>;
};

const shelf = "kept";
const prefix = "baton-sealing-";

/** Whose memories this browser holds; none where it does not say. */
export async function peopleRemembered(): Promise<readonly string[]> {
	const databases = (await indexedDB.databases?.()) ?? [];
	return databases
		.map(({ name = "" }) => name)
		.filter((name) => name.startsWith(prefix))
		.map((name) => name.slice(prefix.length));
}

/** The memory of one person in this browser: another who signs in on the same device finds their own. */
export async function openMemory(person: string): Promise<Memory> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open(`${prefix}${person}`, 1);
		request.addEventListener("upgradeneeded", () => {
			request.result.createObjectStore(shelf);
		});
		request.addEventListener("success", () => resolve(request.result));
		request.addEventListener("error", () => reject(request.error));
	});
	const run = <T>(
		mode: IDBTransactionMode,
		work: (store: IDBObjectStore) => IDBRequest<T>,
	) =>
		new Promise<T>((resolve, reject) => {
			const transaction = database.transaction(shelf, mode);
			const request = work(transaction.objectStore(shelf));
			transaction.addEventListener("complete", () => resolve(request.result));
			transaction.addEventListener("error", () => reject(transaction.error));
			transaction.addEventListener("abort", () => reject(transaction.error));
		});
	return {
		get: (name) => run<unknown>("readonly", (store) => store.get(name)),
		set: async (name, value) => {
			await run("readwrite", (store) => store.put(value, name));
		},
		remove: async (name) => {
			await run("readwrite", (store) => store.delete(name));
		},
	};
}
