// Choose one: a group of radio buttons.

import { choices } from "./choices.js";
import { question } from "./question.js";

export default question((parts) => choices(parts, false));
