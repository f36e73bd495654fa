/** Where the page of a relationship's notes loads and sends, for its island; `base` is the path of the relationship. */
export function notesDocuments(base: string) {
	return {
		keyring: "/me/keys/keyring.json",
		comparisons: "/me/keys/comparisons",
		alone: "/me/notes.json",
		"write-alone": "/me/notes",
		space: `${base}/notes.json`,
		keys: `${base}/keys`,
		grants: `${base}/grants`,
		"write-space": `${base}/notes`,
	} as const;
}
