/** What a file of people, edges or anything else in rows holds once it is read: text in cells, nothing interpreted. */
export interface Table {
	/** One name for each column, never empty, never twice; `rows` have exactly as many cells. */
	readonly headers: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** The number a spreadsheet program shows beside each of `rows`; the header is usually 1, and blank rows count. */
	readonly rowNumbers: readonly number[];
	readonly ragged: readonly RaggedRow[];
	readonly notes: readonly TableNote[];
	/** The sheet that was read and all there are; null and none for delimited text. */
	readonly sheet: string | null;
	readonly sheets: readonly string[];
	/** null for workbooks. */
	readonly encoding: Encoding | null;
	readonly separator: Separator | null;
}

/** A row with more or fewer cells than there are headers. It was padded or cut in `rows`. */
export interface RaggedRow {
	readonly row: number;
	readonly cells: number;
	readonly expected: number;
}

/** Things a person should hear before they trust the table; none of them stops the reading. */
export type TableNote =
	| {
			readonly code: "duplicate-header";
			readonly header: string;
			readonly renamed: string;
	  }
	| { readonly code: "unnamed-column"; readonly renamed: string }
	| { readonly code: "undecodable-bytes"; readonly count: number }
	| {
			readonly code: "formula-error";
			readonly row: number;
			readonly column: string;
	  };

export const ENCODINGS = [
	"utf-8",
	"utf-16le",
	"utf-16be",
	"windows-1252",
	"windows-1250",
	"windows-1251",
	"iso-8859-15",
	"macintosh",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** What a person may insist on when the guess was wrong. */
export interface ReadingChoices {
	readonly encoding?: Encoding | undefined;
	readonly separator?: Separator | undefined;
	readonly sheet?: string | undefined;
}

export type TableReading =
	| { readonly ok: true; readonly table: Table }
	| { readonly ok: false; readonly problem: FileProblem };

/** Why a file as a whole cannot be read. Sentences for these are made where they are shown. */
export type FileProblem =
	| { readonly code: "empty" }
	| { readonly code: "header-only" }
	| { readonly code: "too-large"; readonly limitBytes: number }
	| { readonly code: "too-many-rows"; readonly limit: number }
	| { readonly code: "too-many-columns"; readonly limit: number }
	| { readonly code: "too-slow"; readonly limitSeconds: number }
	| { readonly code: "old-excel" }
	| { readonly code: "encrypted" }
	| { readonly code: "binary-workbook" }
	| { readonly code: "open-document" }
	| { readonly code: "other-archive" }
	| { readonly code: "archive-bomb" }
	| { readonly code: "pdf" }
	| { readonly code: "web-page" }
	| { readonly code: "not-a-table" }
	| { readonly code: "damaged" }
	| { readonly code: "unclosed-quote"; readonly row: number }
	| { readonly code: "unknown-sheet"; readonly sheets: readonly string[] };

/** 20 MB, as people and their file managers count. */
export const LARGEST_FILE_BYTES = 20_000_000;
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 500;
