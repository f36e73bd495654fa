import assert from "node:assert/strict";
import test from "node:test";
import { readConfig } from "./config.ts";
import { StartupProblem } from "./platform/startup-problem.ts";

const provider = {
	OIDC_ISSUER: "https://identity.meridian.example",
	OIDC_CLIENT_ID: "baton",
	OIDC_CLIENT_SECRET: "secret",
};

test("single sign-on is set up whole or not at all", () => {
	assert.equal(readConfig({}).singleSignOn, undefined);
	assert.equal(
		readConfig(provider).singleSignOn?.label,
		"identity.meridian.example",
	);
	for (const left of Object.keys(provider))
		assert.throws(
			() => readConfig({ ...provider, [left]: "" }),
			StartupProblem,
		);
});

test("a provider without https is refused, but on this machine", () => {
	const at = (address: string) =>
		readConfig({ ...provider, OIDC_ISSUER: address });
	assert.throws(() => at("http://identity.meridian.example"), StartupProblem);
	assert.throws(() => at("identity.meridian.example"), StartupProblem);
	assert.ok(at("http://127.0.0.1:4000").singleSignOn);
});

test("nothing that people can change of themselves says who they are", () => {
	const going = (claim: string) =>
		readConfig({ ...provider, OIDC_EMPLOYEE_CLAIM: claim });
	for (const claim of ["email", "preferred_username", "upn", "name"])
		assert.throws(() => going(claim), StartupProblem);
	assert.ok(going("employee_id").singleSignOn);
});
