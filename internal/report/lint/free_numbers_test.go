package lint

import "testing"

// Numbers that name something need no figure behind them: how sure a forecast is,
// the heads of columns, entries of the contents, marks of notes, registry numbers
// and addresses. The same numbers elsewhere do.
func TestNumbersThatAreNames(t *testing.T) {
	for _, c := range []struct {
		name, html string
		free       int
	}{
		{"certainty", "<p>Med 80 procents säkerhet öppnar det, med 10, 50 och 80 procents sannolikhet likaså.</p>", 0},
		{"certainty in English", "<p>With 80 per cent certainty; from 10 to 80 per cent probability.</p>", 0},
		{"a share", "<p>80 procent av kontoren har öppnat.</p>", 1},
		{"the head of a column", "<table><tr><th>Kontor</th><th>50 %</th></tr><tr><th scope=row>Boden</th><td>51</td></tr></table>", 1},
		{"contents", "<nav><ol><li>1.1 Uppdraget</li></ol></nav><p>1,1 till.</p>", 1},
		{"marks of notes", `<p>Kontoren öppnar i tid.<sup>[3]</sup></p>`, 0},
		{"a number in brackets with words", `<p>Kontoren [3 av dem] öppnar.</p>`, 1},
		{"a registry number", "<p>Ärendet har dnr 2024-01431-1.1.1, enligt 2024-01431.</p>", 0},
		{"an address", "<p>facts/durations/39/working-days</p>", 0},
		{"a path among words", "<p>Det är 39 av 40 i a/b.</p>", 2},
	} {
		n := 0
		found := check(t, "r.html", c.html, Facts{Bound: true})
		for _, f := range found {
			if f.Rule == RuleBound {
				n++
			}
		}
		if n != c.free {
			t.Errorf("%s: %d free numbers, want %d\n%s", c.name, n, c.free, describe(found))
		}
	}
}

// A figure that is shown in several forms may be written in any of them.
func TestFigureWithSeveralForms(t *testing.T) {
	facts := Facts{Bound: true, Figures: []Figure{{"a/b", "2022-06-01"}, {"a/b", "1 juni 2022"}, {"a/c", "3"}}}
	for text, want := range map[string]int{"2022-06-01": 0, "1\u00a0juni\u00a02022": 0, "2 juni 2022": 1} {
		found := check(t, "r.html", `<p>Öppet <data class="figure" data-address="a/b">`+text+`</data>.</p>`, facts)
		if len(found) != want {
			t.Errorf("%s: %s", text, describe(found))
		}
	}
}
