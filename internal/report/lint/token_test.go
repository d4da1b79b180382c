package lint

import (
	"fmt"
	"strings"
	"testing"
)

// Numbers are read as each language writes them; what only looks like one is
// not.
func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text string
		lang language
		want string // quantities as lo–hi/decimals, with what they count
	}{
		{"149 servicekontor", swedish, "149 servicekontor"},
		{"1 234,5 kronor", swedish, "1234.5"},
		{"1,234.5 offices", english, "1234.5 offices"},
		{"fyra flexikontor, sju små och tjugoåtta andra", swedish, "4 flexikontor, 7, 28"},
		{"ett-två mellanstora kontor", swedish, "1–2 kontor"},
		{"10-20 handläggare och 28–29 kontor", swedish, "10–20 handläggare, 28–29 kontor"},
		{"fem till sex kontor", swedish, "5–6 kontor"},
		{"mellan fem och sex kontor", swedish, "5–6 kontor"},
		{"från 103 till 149 kontor", swedish, "103, 149 kontor"},
		{"between 5 and 6 offices, 1 to 2 more", english, "5–6 offices, 1–2"},
		{"Ds 2020:29, Fi2021/02151, prop. 2020/2021:1, 1:a, 3b, 2.2.1", swedish, ""},
		{"den 24 september 2021 och 22-06-01 samt juni 2019", swedish, ""},
		{"March 5, 2022 and 2022-13-40", english, "13–40"},
		{"år 2023 och 2017–2019", swedish, ""},
		{"2000 kontor", swedish, "2000 kontor"},
		{"på 7", swedish, "7"},
	} {
		tokens := tokenize(c.text, c.lang)
		var got []string
		for _, q := range quantities(tokens, moments(tokens)) {
			s := fmt.Sprint(q.lo)
			if q.hi != q.lo {
				s += fmt.Sprintf("–%v", q.hi)
			}
			got = append(got, strings.TrimSpace(s+" "+q.head))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%q: want %q, got %q", c.text, c.want, s)
		}
	}
}

// Dates are read in every form that reports use, and only if they exist.
func TestMoments(t *testing.T) {
	for text, want := range map[string]string{
		"den 24 september 2021": "2021-09-24", "24 September 2021": "2021-09-24", "September 24, 2021": "2021-09-24",
		"22-06-01": "2022-06-01", "2022-06-01": "2022-06-01", "i juni 2019": "2019-06", "år 2023": "2023",
		"31 juni 2022": "2022-06", "2022-02-30": "", "1850": "", "99-99-99": "", "2023 kontor": "", "14 januari": "",
	} {
		ms := moments(tokenize(text, swedish))
		got := ""
		if len(ms) > 0 {
			got = ms[0].span.String()
		}
		if text == "2022-02-30" {
			got = strings.TrimPrefix(got, "2022") // a year remains
		}
		if got != want {
			t.Errorf("%q: want %q, got %q", text, want, got)
		}
	}
}

// Sentences end where they end, and not in abbreviations.
func TestSentences(t *testing.T) {
	text, _ := Read("a.txt", []byte("Det gäller bl.a. Boden, t.ex. kl. 10. Sedan kommer fr.o.m. 2019 nästa. I avsnitt 2.2. nedan? Ja! 28 kontor."))
	v := newView(&text, &Facts{})
	if len(v.sentences) != 5 {
		t.Errorf("want 5 sentences, got %d: %+v", len(v.sentences), v.sentences)
	}
}

// Words around a number say what it may be.
func TestHedges(t *testing.T) {
	for _, c := range []struct {
		text string
		in   []float64
		out  []float64
	}{
		{"nästan 150 kontor", []float64{149, 140}, []float64{150, 151, 120}},
		{"drygt 150 kontor", []float64{151, 165}, []float64{150, 149, 180}},
		{"cirka 100 kommuner", []float64{95, 100, 105}, []float64{90, 110}},
		{"minst 28 kontor", []float64{28, 40}, []float64{27}},
		{"upp till 5 kontor", []float64{0, 5}, []float64{6}},
		{"fewer than 50 offices", []float64{49}, []float64{50, 51}},
	} {
		tokens := tokenize(c.text, swedish)
		q := quantities(tokens, nil)[0]
		for _, x := range c.in {
			if !q.interval().overlaps(interval{x, x}) {
				t.Errorf("%q may be %v", c.text, x)
			}
		}
		for _, x := range c.out {
			if q.interval().overlaps(interval{x, x}) {
				t.Errorf("%q cannot be %v", c.text, x)
			}
		}
	}
}
