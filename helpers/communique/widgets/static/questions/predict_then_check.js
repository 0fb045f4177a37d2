// Predict, then check: a guess among several, sealed when it is made.

import { choices } from "./choices.js";
import { question } from "./question.js";

export default question((parts) => choices(parts, false));
