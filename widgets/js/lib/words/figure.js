/** The moving figure. Its script travels as a message, so each sentence stands alone and light. */
import { translated as t } from "./catalogue.js";

/** What it stands beside has the name itself, such as a test. */
export const drawing = t("Drawing: {name}");
export const picture = t("A drawn person: {name}");
export const play = t("Play");
export const pause = t("Pause");
export const place = t("Where in the movement");
export const turn = t("Turn the person");
export const degrees = t("{angle} degrees from best");
export const best = t("Best view");
export const fault = t("A usual mistake");
export const right = t("How it should look");
export const main = t("works most");
export const helper = t("helps");
