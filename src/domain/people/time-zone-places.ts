/** Places people write instead of a time zone and whose zone is named after another city; folded, in English and their own language. */
export const PLACE_ZONES: Readonly<Record<string, string>> = zones({
	"Europe/Berlin":
		"munich|munchen|muenchen|hamburg|cologne|koln|koeln|frankfurt|frankfurt am main|stuttgart|dusseldorf|duesseldorf|leipzig|dresden|hanover|hannover|nuremberg|nurnberg|bonn|bremen|germany|deutschland|w europe standard time",
	"Europe/Zurich":
		"geneva|genf|geneve|basel|bern|berne|lausanne|lugano|zuerich|switzerland|schweiz|suisse",
	"Europe/Vienna": "wien|graz|linz|salzburg|austria|osterreich|oesterreich",
	"Europe/Paris":
		"lyon|marseille|toulouse|lille|nice|bordeaux|strasbourg|france|frankreich|romance standard time",
	"Europe/London":
		"manchester|birmingham|edinburgh|glasgow|leeds|bristol|cardiff|liverpool|united kingdom|uk|england|scotland|wales|bst|gmt standard time",
	"Europe/Madrid": "barcelona|valencia|seville|sevilla|bilbao|spain|espana",
	"Europe/Rome":
		"milan|milano|mailand|turin|torino|naples|napoli|roma|rom|italy|italia|italien",
	"Europe/Brussels":
		"bruxelles|brussel|brussel|antwerp|ghent|belgium|belgie|belgique",
	"Europe/Amsterdam":
		"rotterdam|the hague|den haag|utrecht|eindhoven|netherlands|niederlande|nederland",
	"Europe/Warsaw":
		"warszawa|krakow|krakau|wroclaw|gdansk|poznan|poland|polska|central european standard time",
	"Europe/Prague": "praha|prag|brno|czechia|czech republic",
	"Europe/Lisbon": "lisboa|lissabon|porto|portugal",
	"Europe/Copenhagen": "kobenhavn|kopenhagen|aarhus|denmark|danmark",
	"Europe/Stockholm": "gothenburg|goteborg|malmo|sweden|sverige",
	"Europe/Oslo": "bergen|norway|norge",
	"Europe/Helsinki": "espoo|tampere|finland|suomi|fle standard time",
	"Europe/Athens": "athen|thessaloniki|greece|gtb standard time",
	"Europe/Budapest": "hungary|magyarorszag|central europe standard time",
	"Europe/Bucharest": "bucuresti|cluj|romania",
	"Europe/Dublin": "cork|ireland|irland",
	"Europe/Moscow": "moskau|moskva|russian standard time",
	"Europe/Kiev": "kyiv|lviv|ukraine",
	"Europe/Istanbul": "ankara|izmir|turkey|turkiye|turkey standard time",
	"America/New_York":
		"new york city|nyc|washington|washington dc|boston|philadelphia|atlanta|miami|charlotte|pittsburgh|est|edt|et|eastern|eastern time|us eastern|eastern standard time",
	"America/Chicago":
		"houston|dallas|austin|san antonio|minneapolis|st louis|new orleans|nashville|us central|central time|cdt|central standard time",
	"America/Denver":
		"salt lake city|boulder|us mountain|mountain time|mdt|mountain standard time",
	"America/Los_Angeles":
		"san francisco|seattle|portland|san diego|san jose|palo alto|las vegas|pst|pdt|pt|pacific time|us pacific|pacific standard time",
	"America/Toronto": "montreal|ottawa|quebec",
	"America/Edmonton": "calgary",
	"America/Mexico_City":
		"ciudad de mexico|guadalajara|mexico|central standard time mexico",
	"America/Sao_Paulo":
		"rio de janeiro|brasilia|brazil|brasil|e south america standard time",
	"America/Argentina/Buenos_Aires": "buenos aires|argentina",
	"America/Bogota": "medellin|colombia|sa pacific standard time",
	"America/Santiago": "santiago de chile|chile",
	"Asia/Kolkata":
		"mumbai|bombay|delhi|new delhi|bangalore|bengaluru|chennai|hyderabad|pune|kolkata|calcutta|india|india standard time",
	"Asia/Shanghai":
		"beijing|peking|shenzhen|guangzhou|hangzhou|china|china standard time",
	"Asia/Tokyo": "osaka|kyoto|yokohama|japan|jst|tokyo standard time",
	"Asia/Singapore": "sgt|singapore standard time|singapur",
	"Asia/Hong_Kong": "hkt|hongkong",
	"Asia/Seoul": "busan|south korea|korea|kst|korea standard time",
	"Asia/Dubai": "abu dhabi|united arab emirates|uae|gst|arabian standard time",
	"Asia/Riyadh": "jeddah|saudi arabia|arab standard time",
	"Asia/Jerusalem": "tel aviv|haifa|israel|israel standard time",
	"Asia/Karachi": "islamabad|lahore|pakistan|pkt",
	"Asia/Ho_Chi_Minh": "saigon|hanoi|vietnam",
	"Asia/Kathmandu": "kathmandu|nepal",
	"Asia/Yangon": "yangon|rangoon|myanmar",
	"Australia/Sydney":
		"canberra|aest|aedt|aus eastern standard time|new south wales",
	"Pacific/Auckland": "wellington|new zealand|nzst|new zealand standard time",
	"Africa/Johannesburg":
		"cape town|pretoria|durban|south africa|sast|south africa standard time",
	"Africa/Lagos": "abuja|nigeria",
	"Africa/Nairobi": "kenya|eat|e africa standard time",
	"Africa/Cairo": "kairo|egypt|egypt standard time",
	UTC: "utc|gmt|z|greenwich|coordinated universal time|weltzeit",
	CET: "cet|cest|mez|mesz|central european time|mitteleuropaische zeit",
	EET: "eet|eest|oez",
	WET: "wet|west|wez",
});

/** Offsets that are no whole hour, and the place that keeps them (east positive, in minutes). */
export const UNEVEN_OFFSETS: ReadonlyMap<number, string> = new Map([
	[210, "Asia/Tehran"],
	[270, "Asia/Kabul"],
	[330, "Asia/Kolkata"],
	[345, "Asia/Kathmandu"],
	[390, "Asia/Yangon"],
	[525, "Australia/Eucla"],
	[570, "Australia/Darwin"],
	[630, "Australia/Lord_Howe"],
	[765, "Pacific/Chatham"],
	[-210, "America/St_Johns"],
	[-570, "Pacific/Marquesas"],
]);

function zones(
	places: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(places).flatMap(([zone, names]) =>
			names.split("|").map((name) => [name, zone]),
		),
	);
}
