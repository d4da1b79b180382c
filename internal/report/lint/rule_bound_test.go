package lint

import "testing"

// In a bound text every free number is found; names, dates, laws and words are
// no numbers, and bound numbers show what the manifest shows.
func TestBound(t *testing.T) {
	facts := Facts{Bound: true, Figures: []Figure{{"network/2017", "103"}, {"cost/total", "1 234,5"}}}
	data := func(address, shown string) string {
		return `<data class="figure" data-address="` + address + `">` + shown + `</data>`
	}
	for _, c := range []struct {
		name, body string
		keys       []string
	}{
		{"bound", "Vi har " + data("network/2017", "103") + " kontor.", nil},
		{"free", "Vi har 103 kontor.", []string{"lint.bound.free"}},
		{"free range", "Vi har 10–20 kontor.", []string{"lint.bound.free", "lint.bound.free"}},
		{"free beside bound", "Av " + data("network/2017", "103") + " kontor är 7 nya.", []string{"lint.bound.free"}},
		{"thin spaces", "Det kostar " + data("cost/total", "1\u202f234,5") + " tkr.", nil},
		{"another number", "Vi har " + data("network/2017", "104") + " kontor.", []string{"lint.bound.differs"}},
		{"no such figure", "Vi har " + data("network/2016", "103") + " kontor.", []string{"lint.bound.unknown"}},
		{"dates and years", "Den 24 september 2021 och 2022-06-01, år 2023, 24 september, 2022–2023.", nil},
		{"months", "Perioden 2026-01–2027-12, 2022-06 och 2022-06/2022-08.", nil},
		{"no month", "Det är 2026-17 kontor.", []string{"lint.bound.free"}},
		{"names", "Se avsnitt 2.2, tabell 1, tabellerna i kapitel 2–3, sida 4, omgång 1 och delredovisning 2.", nil},
		{"registry and law", "Dnr Fi2021/02151, Ds 2020:29, prop. 2020/2021:1, 5 § och 3 kap.", nil},
		{"words", "Vi har fem kontor i två omgångar.", nil},
		{"percentage", "Det är 45 procent.", []string{"lint.bound.free"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := check(t, "a.html", "<h2>3 Nuläge</h2><p>"+c.body+"</p>", facts)
			if len(found) != len(c.keys) {
				t.Fatalf("want %v, got:\n%s", c.keys, describe(found))
			}
			for i := range found {
				if found[i].Key != c.keys[i] {
					t.Errorf("want %s, got %s", c.keys[i], found[i].Key)
				}
			}
			if found := check(t, "a.html", "<p>"+c.body+"</p>", Facts{}); len(found) != 0 {
				t.Errorf("a text that is not bound: %s", describe(found))
			}
		})
	}
}
