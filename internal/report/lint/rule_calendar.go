package lint

import "time"

// Rule date, days that do not exist: "den 31 februari 2024" or 2023-02-29 can be
// right in no text, whatever the facts. The last day of February is held
// against its year, and passes where no year stands beside it. Numbers that are
// not written as a day and a month are no concern here, so a registry number
// raises no alarm.

func checkCalendar(v *view) []Finding {
	var found []Finding
	for b := range v.blocks {
		tokens := v.blocks[b].tokens
		for k := range tokens {
			last, wrong := noSuchDay(tokens, k)
			if !wrong {
				continue
			}
			shown := v.text.Blocks[b].Text[tokens[k].start:tokens[last-1].end]
			found = append(found, v.finding(RuleDate, Error, b, k, last, "lint.date.impossible", Arg{"date", shown}))
		}
	}
	return found
}

// noSuchDay says that a day which no calendar has begins at token k, and where
// it ends: "31 februari", "31 februari 2024", "February 30", "2023-02-29".
func noSuchDay(tokens []token, k int) (last int, wrong bool) {
	if tokens[k].kind == dateToken {
		return k + 1, tokens[k].day == 0
	}
	if k+1 >= len(tokens) {
		return 0, false
	}
	day, month := tokens[k], tokens[k+1]
	if !isDayNumber(day) {
		day, month = month, day
		if !month.upper || k+2 < len(tokens) && tokens[k+2].lower != "," { // "February 30, 2024"
			return 0, false
		}
	}
	m := months[month.lower]
	if m == 0 || month.kind != wordToken || !isDayNumber(day) {
		return 0, false
	}
	last, year := k+2, 2024 // a leap year: without a year every day has its benefit
	if last < len(tokens) && tokens[last].lower == "," {
		last++
	}
	if last < len(tokens) && isYearNumber(tokens[last]) {
		year = int(tokens[last].value)
		last++
	} else {
		last = k + 2
	}
	return last, int(day.value) > daysIn(year, m)
}

func daysIn(year int, m time.Month) int {
	return time.Date(year, m+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
