import type { Culture } from "./names/culture.ts";
import * as africa from "./names/africa.ts";
import * as americas from "./names/americas.ts";
import * as asia from "./names/asia.ts";
import * as europe from "./names/europe.ts";

export type Place = {
	readonly city: string;
	readonly country: string;
	readonly timeZone: string;
	readonly opened: number;
	readonly languages: readonly string[];
	/** Out of all people, how many work here. */
	readonly share: number;
	readonly cultures: readonly (readonly [Culture, number])[];
};

const { german, dutch, polish, ukrainian, portuguese, turkish, nordic } =
	europe;
const { yoruba, igbo, hausa, kenyan, maghrebi } = africa;
const { marathi, hindi, tamil, chinese, singaporeChinese } = asia;
const { malay, vietnamese, filipino } = asia;
const { brazilian, japaneseBrazilian, american } = americas;
const { africanAmerican, mexicanAmerican, quebecois, haitian } = americas;

/** Where the company works, the head office first. */
export const places = [
	{
		city: "Hamburg",
		country: "Germany",
		timeZone: "Europe/Berlin",
		opened: 1889,
		languages: ["de"],
		share: 20,
		cultures: [
			[german, 70],
			[turkish, 9],
			[polish, 6],
			[nordic, 6],
			[portuguese, 3],
			[maghrebi, 2],
			[ukrainian, 2],
			[hindi, 2],
		],
	},
	{
		city: "Rotterdam",
		country: "Netherlands",
		timeZone: "Europe/Amsterdam",
		opened: 1958,
		languages: ["nl"],
		share: 13,
		cultures: [
			[dutch, 70],
			[maghrebi, 10],
			[turkish, 7],
			[german, 5],
			[portuguese, 4],
			[tamil, 2],
			[polish, 2],
		],
	},
	{
		city: "Gdańsk",
		country: "Poland",
		timeZone: "Europe/Warsaw",
		opened: 1993,
		languages: ["pl"],
		share: 11,
		cultures: [
			[polish, 88],
			[ukrainian, 9],
			[german, 3],
		],
	},
	{
		city: "Porto",
		country: "Portugal",
		timeZone: "Europe/Lisbon",
		opened: 1971,
		languages: ["pt"],
		share: 6,
		cultures: [
			[portuguese, 86],
			[brazilian, 12],
			[dutch, 2],
		],
	},
	{
		city: "Lagos",
		country: "Nigeria",
		timeZone: "Africa/Lagos",
		opened: 1976,
		languages: ["en"],
		share: 7,
		cultures: [
			[yoruba, 52],
			[igbo, 34],
			[hausa, 14],
		],
	},
	{
		city: "Nairobi",
		country: "Kenya",
		timeZone: "Africa/Nairobi",
		opened: 2009,
		languages: ["sw", "en"],
		share: 4,
		cultures: [
			[kenyan, 92],
			[hindi, 5],
			[igbo, 3],
		],
	},
	{
		city: "Pune",
		country: "India",
		timeZone: "Asia/Kolkata",
		opened: 1998,
		languages: ["hi", "en"],
		share: 12,
		cultures: [
			[marathi, 66],
			[hindi, 24],
			[tamil, 10],
		],
	},
	{
		city: "Singapore",
		country: "Singapore",
		timeZone: "Asia/Singapore",
		opened: 1983,
		languages: ["en"],
		share: 6,
		cultures: [
			[singaporeChinese, 66],
			[malay, 15],
			[tamil, 12],
			[filipino, 4],
			[dutch, 3],
		],
	},
	{
		city: "Shanghai",
		country: "China",
		timeZone: "Asia/Shanghai",
		opened: 2001,
		languages: ["zh"],
		share: 7,
		cultures: [
			[chinese, 96],
			[german, 2],
			[singaporeChinese, 2],
		],
	},
	{
		city: "São Paulo",
		country: "Brazil",
		timeZone: "America/Sao_Paulo",
		opened: 1967,
		languages: ["pt"],
		share: 6,
		cultures: [
			[brazilian, 85],
			[japaneseBrazilian, 10],
			[portuguese, 5],
		],
	},
	{
		city: "Houston",
		country: "United States",
		timeZone: "America/Chicago",
		opened: 1979,
		languages: ["en"],
		share: 5,
		cultures: [
			[american, 46],
			[mexicanAmerican, 25],
			[africanAmerican, 19],
			[vietnamese, 7],
			[yoruba, 3],
		],
	},
	{
		city: "Montréal",
		country: "Canada",
		timeZone: "America/Toronto",
		opened: 2014,
		languages: ["fr", "en"],
		share: 3,
		cultures: [
			[quebecois, 72],
			[haitian, 12],
			[maghrebi, 11],
			[vietnamese, 5],
		],
	},
] as const satisfies readonly Place[];

export type City = (typeof places)[number]["city"];

export function placeOf(city: City): Place {
	return places.find((place) => place.city === city) ?? places[0];
}
