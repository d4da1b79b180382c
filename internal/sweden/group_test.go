package sweden

import "testing"

func TestGroups(t *testing.T) {
	count := map[Group]int{}
	for _, m := range Municipalities() {
		count[m.Group]++
	}
	if len(count) != 9 || count["A1"] != 3 || count["A2"] != 43 || count["C8"] != 40 || count["C9"] != 15 {
		t.Errorf("municipalities by group: %v", count)
	}
	for g, rural := range map[Group]bool{"C8": true, "C9": true, "C7": false, "A1": false, "": false} {
		if g.IsRural() != rural {
			t.Errorf("group %q rural: %v, want %v", g, g.IsRural(), rural)
		}
	}
	if got := Group("D1").Name(); got != "" {
		t.Errorf("a group that does not exist is called %q", got)
	}
}
