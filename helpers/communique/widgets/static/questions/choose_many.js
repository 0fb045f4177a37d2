// Choose all that fit: a group of check boxes.

import { choices } from "./choices.js";
import { question } from "./question.js";

export default question((parts) => choices(parts, true));
