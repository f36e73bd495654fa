import { fold } from "./tidy.ts";
import { PLACE_ZONES, UNEVEN_OFFSETS } from "./time-zone-places.ts";

/**
 * An IANA time zone from what people write: "Europe/Berlin" in any case, "Berlin", "München", "UTC+1", "GMT+05:30", "W. Europe Standard Time",
 * "(UTC+01:00) Amsterdam, Berlin". Null when unknown, or when an abbreviation means several zones (CST, IST). A whole-hour offset without a
 * place becomes Etc/GMT∓n, which knows no summer time; the signs of those names are reversed (POSIX).
 */
export function readTimeZone(text: string): string | null {
	const written = text.trim().replace(/\s+/g, " ");
	const windows = /^\((?:UTC|GMT)[^)]*\) ?(.+)$/i.exec(written);
	if (windows !== null) {
		const places = (windows[1] ?? "").split(/[,/]/);
		return (
			firstKnown(places) ?? readTimeZone(written.slice(1).split(")")[0] ?? "")
		);
	}
	return zoneById(written) ?? zoneByPlace(written) ?? zoneByOffset(written);
}

function firstKnown(places: readonly string[]): string | null {
	for (const place of places) {
		const zone = zoneByPlace(place);
		if (zone !== null) return zone;
	}
	return null;
}

function zoneById(written: string): string | null {
	if (!/^[A-Za-z_]+(?:[/ ][A-Za-z0-9_+-]+){1,2}$/.test(written)) return null;
	const id = written.replaceAll(" ", "_");
	const known = namedZones().byId.get(id.toLowerCase());
	if (known !== undefined) return known;
	// Aliases (US/Eastern, Asia/Kolkata) are valid but in no list; they keep the name people know.
	return id.includes("/") && isZone(id) ? capitalised(id) : null;
}

function zoneByPlace(written: string): string | null {
	const place = fold(written);
	const aside = fold(written.split(/[,(]/)[0] ?? "");
	for (const name of [place, aside]) {
		const zone = ownPlace(name) ?? namedZones().byCity.get(name);
		if (zone !== undefined) return zone;
	}
	return null;
}

function ownPlace(name: string): string | undefined {
	return Object.hasOwn(PLACE_ZONES, name) ? PLACE_ZONES[name] : undefined;
}

function zoneByOffset(written: string): string | null {
	const match =
		/^(?:UTC|GMT)? ?([+\-\u2212])(\d{1,2})(?::?([0-5]\d))?(?: ?h)?$/i.exec(
			written,
		);
	if (match === null) return null;
	const sign = match[1] === "+" ? 1 : -1;
	const hours = Number(match[2]);
	const minutes = Number(match[3] ?? 0);
	if (minutes !== 0) {
		return UNEVEN_OFFSETS.get(sign * (hours * 60 + minutes)) ?? null;
	}
	if (hours === 0) return "UTC";
	const isReal = sign === 1 ? hours <= 14 : hours <= 12;
	return isReal ? `Etc/GMT${sign === 1 ? "-" : "+"}${hours}` : null;
}

interface NamedZones {
	readonly byId: ReadonlyMap<string, string>;
	readonly byCity: ReadonlyMap<string, string>;
}

let named: NamedZones | null = null;

/** Built once: the list is the runtime's own and does not change while it runs. */
function namedZones(): NamedZones {
	if (named !== null) return named;
	const ids = Intl.supportedValuesOf("timeZone");
	const city = (id: string) => fold(id.split("/").at(-1) ?? id);
	named = {
		byId: new Map(ids.map((id) => [id.toLowerCase(), id])),
		byCity: new Map(ids.map((id) => [city(id), id])),
	};
	return named;
}

function isZone(id: string): boolean {
	try {
		new Intl.DateTimeFormat("en", { timeZone: id }).format(0);
		return true;
	} catch {
		return false;
	}
}

function capitalised(id: string): string {
	return id
		.toLowerCase()
		.replace(/(?:^|[/_-])[a-z]/g, (start) => start.toUpperCase())
		.replace(/^(?:Us|Gb|Nz|Etc\/Gmt|Etc\/Utc)/, (name) =>
			name.startsWith("Etc")
				? `Etc/${name.slice(4).toUpperCase()}`
				: name.toUpperCase(),
		);
}
