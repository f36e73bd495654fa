import type { Unit } from "./house.ts";

/** Invented clients and the industry of each. */
const clients = [
	["Port of Valmarra Authority", "Ports"],
	["Harbour Board of Kilronan Sound", "Ports"],
	["Terminales del Estrecho Sur", "Ports"],
	["Nordlicht Offshore Wind", "Offshore wind"],
	["Tidewater Array Partners", "Offshore wind"],
	["Sertão Potash", "Mining"],
	["Kalahari Copper Works", "Mining"],
	["Bellwether Motors", "Automotive"],
	["Hartwig Fahrzeugbau", "Automotive"],
	["Lotus Lane Apparel", "Retail and apparel"],
	["Kaufhalle Union", "Retail and apparel"],
	["Green Valley Growers", "Food and cold chain"],
	["Atlantic Fish Landing Cooperative", "Food and cold chain"],
	["Meridian Vaccines Alliance", "Pharmaceuticals"],
	["Apotheca Generics", "Pharmaceuticals"],
	["Rheinbogen Chemie", "Chemicals"],
	["Straits Polymers", "Chemicals"],
	["Central Plateau Railways", "Rail"],
	["Baltic Intermodal", "Rail"],
	["Ministry of Works, Republic of Oranga", "Public infrastructure"],
	["Metropolitan Waterways Trust", "Public infrastructure"],
	["Relief Logistics Compact", "Humanitarian logistics"],
	["Monsoon Electronics", "Electronics"],
	["Silverthread Components", "Electronics"],
] as const;

type Client = (typeof clients)[number];

/** The industries a unit sells to; the group's own departments meet all of them. */
const industriesOf: Readonly<Partial<Record<Unit, readonly Client[1][]>>> = {
	"Port Systems": ["Ports", "Mining", "Public infrastructure", "Chemicals"],
	"Freight Networks": [
		"Automotive",
		"Retail and apparel",
		"Food and cold chain",
		"Pharmaceuticals",
		"Electronics",
		"Humanitarian logistics",
		"Chemicals",
	],
	"Rail & Terminals": ["Ports", "Rail", "Mining", "Public infrastructure"],
	"Offshore & Energy": ["Offshore wind", "Ports", "Public infrastructure"],
	"Digital & Controls": ["Ports", "Rail", "Electronics", "Automotive"],
};

export function clientsOf(unit: Unit): readonly Client[] {
	const industries = industriesOf[unit];
	return clients.filter(
		([, industry]) => industries?.includes(industry) ?? true,
	);
}
