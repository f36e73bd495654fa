import { readFileSync } from "node:fs";
import { z } from "zod";

/** What a script would set if any of these ran. */
export const mark = "batonRan";

/** Our own: each breaks out of another place a text could be put. */
const own: readonly string[] = [
	`<script>window.${mark}=1</script>`,
	`"><script>window.${mark}=1</script>`,
	`'><img src=x onerror=window.${mark}=1>`,
	`"><svg/onload=window.${mark}=1>`,
	`--></textarea></title><script>window.${mark}=1</script><!--`,
	`" autofocus onfocus="window.${mark}=1`,
	`' onmouseover='window.${mark}=1`,
	`javascript:window.${mark}=1`,
	`data:text/html,<script>window.${mark}=1</script>`,
	`\\u003cscript\\u003ewindow.${mark}=1\\u003c/script\\u003e`,
	`<iframe srcdoc="<script>parent.${mark}=1</script>">`,
	`<math><mi//xlink:href="javascript:window.${mark}=1">`,
	`<a href="javascript:window.${mark}=1">x</a>`,
	`[x](javascript:window.${mark}=1)`,
	"{0} {name} {count, plural, one {#} other {#}} '{'",
	"{{constructor.constructor('return 1')()}}${7*7}",
	"=1+1",
	"+1+1",
	"-1+1",
	"@SUM(A1:A9)",
	"\t=1+1",
	'=HYPERLINK("http://example.com","x")',
	"=cmd|' /C calc'!A0",
	"＝1+1",
	" =1+1",
	"a\r\nBcc: somebody@example.com\r\n\r\nHello",
	"a%0d%0aSet-Cookie: a=1",
	'"; drop table person; --',
	"\u202egnirts\u202c \u200b \ufeff \u0007",
	"Ｚ͑ͫa̴l̡g͏o 👩‍👩‍👧‍👦 🏳️‍🌈 \ud83d",
	"x".repeat(499),
];

/** A list of the kind that circulates as a JSON array of texts may be named in BATON_NAUGHTY_STRINGS. */
export function naughtyTexts(): {
	readonly texts: readonly string[];
	readonly isListed: boolean;
} {
	const file = process.env["BATON_NAUGHTY_STRINGS"];
	if (file === undefined) return { texts: own, isListed: false };
	const listed = z
		.array(z.string())
		.parse(JSON.parse(readFileSync(file, "utf8")));
	return { texts: [...own, ...listed], isListed: true };
}
