export { actingAs } from "../../platform/database/acting.ts";
