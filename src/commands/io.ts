/** What a command writes to. With `--json`, stdout carries one JSON document and nothing else; messages go to stderr. */
export type Io = {
	readonly stdout: (text: string) => void;
	readonly stderr: (text: string) => void;
};

/** 0 done, 1 refused with a reason, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

export type Command = {
	readonly help: string;
	readonly run: (args: readonly string[], io: Io) => Promise<number>;
};
