// What the request gives every page. Page hands it down, so that a form can take its one-time key and a dialog can ask for its
// island without every view in between knowing about it.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { IconName } from "./icon.tsx";
import type { Direction, Locale } from "./text.ts";

export type Frame = {
	readonly locale: Locale;
	readonly direction: Direction;
	/** The address asked for, with its query. */
	readonly path: string;
	readonly person: { readonly id: string; readonly name: string } | null;
	readonly navigation: readonly NavigationItem[];
	readonly notice?: Notice | undefined;
	readonly newFormKey: () => string;
	/** The address of a bundled file: "baton.css", "dialog.js". */
	readonly asset: (name: string) => string;
	readonly isDemonstration: boolean;
	readonly organisation: string | null;
	/** Milliseconds since 1970. */
	readonly now: number;
	/** What the person chose; without it the device decides. */
	readonly theme?: Theme | undefined;
};

export type Theme = "light" | "dark";

export type NavigationItem = {
	readonly label: string;
	readonly href: string;
	readonly icon: IconName;
	readonly current: boolean;
	/** How many things wait there. */
	readonly count?: number | undefined;
};

export type Notice = {
	readonly kind: "done" | "attention" | "problem";
	readonly text: string;
	readonly undo?:
		| { readonly action: string; readonly label: string }
		| undefined;
};

export type Island =
	| "board"
	| "concerns"
	| "dialog"
	| "hours"
	| "keyring"
	| "menu"
	| "notes"
	| "passkeys"
	| "people-picker"
	| "password"
	| "progress"
	| "recovery"
	| "signed-out";

type Surroundings = {
	readonly frame: Frame;
	readonly islands: Set<Island>;
};

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useFrame(): Frame {
	return useSurroundings().frame;
}

/** Asks for an island's script. Page writes its scripts last, when everything on it has been rendered and has asked. */
export function useIsland(island: Island): void {
	useSurroundings().islands.add(island);
}

function useSurroundings(): Surroundings {
	const surroundings = useContext(SurroundingsContext);
	if (!surroundings) throw new Error("This component needs a Page around it.");
	return surroundings;
}
