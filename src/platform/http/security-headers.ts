/** On every answer, from the first page on. Everything comes from this origin; nothing is inline. */
export function protectedHeaders(
	isSecure: boolean,
): readonly (readonly [string, string])[] {
	return [
		["Content-Security-Policy", policy],
		["X-Content-Type-Options", "nosniff"],
		["X-Frame-Options", "DENY"],
		["Referrer-Policy", "same-origin"],
		["Cross-Origin-Opener-Policy", "same-origin"],
		["Cross-Origin-Resource-Policy", "same-origin"],
		["Permissions-Policy", "camera=(), microphone=(), geolocation=()"],
		...(isSecure
			? ([["Strict-Transport-Security", "max-age=31536000"]] as const)
			: []),
	];
}

const policy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"connect-src 'self'",
	"form-action 'self'",
	"frame-ancestors 'none'",
	"base-uri 'none'",
	"require-trusted-types-for 'script'",
].join("; ");
