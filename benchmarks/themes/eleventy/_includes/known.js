// A look back that a reader may ask for: what had been reported by a day.
import { counted } from "./parts.js";

export const KNOWN_FILES = `<link rel="stylesheet" href="@root/static/css/known.css">
<script src="@root/static/js/known.js" defer></script>
`;

export const known = (events) => `<div class="known" role="group" aria-label="As it was known" data-told="{known} of ${counted(events.length, "event")} here had been reported by {day}." data-undated="Day of the first report not known: {undated}." data-unreported="Not yet reported: first report {day}" data-unsure="Day of the first report not known">
<label for="known-day">What had been reported by</label>
<span class="steps">
<button type="button" data-step="-1" aria-label="Previous day with reports"><span class="back" aria-hidden="true"></span></button>
<input type="date" id="known-day" name="known" autocomplete="off">
<button type="button" data-step="1" aria-label="Next day with reports" aria-disabled="true"><span aria-hidden="true"></span></button>
</span>
<button type="button" class="all" data-step="0">Show all</button>
<p role="status"></p>
</div>
`;
