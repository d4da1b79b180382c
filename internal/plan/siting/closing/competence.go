package closing

import (
	"github.com/etablera/etablera/internal/programme"
)

// Competence is who may decide a closure, and who must be heard first.
type Competence struct {
	Matter programme.Matter
	Body   programme.PartyID // "" where the facts name nobody for the matter: then Kind says who
	Kind   programme.PartyKind
	Fact   int // position in Snapshot.Competences; −1: the rule of this package
	Hear   []Heard
	// Left says that no office that is known is left in the municipality.
	Left bool
	// Doubtful says that it is not known whether an office is left: one may be open.
	Doubtful bool
}

// Heard is somebody who must be heard: a party of the facts or, where they have none, a kind
// of party and whom it stands for.
type Heard struct {
	Party programme.PartyID
	Kind  programme.PartyKind
	Of    string // municipality or county
}

// competence applies the rule of decisions: a closure that leaves an office in the
// municipality is the director-general's, one that leaves it without any is the
// board's. Stages are taken in order, so that the last of several goes to the
// board; closures of the same stage that together leave the municipality cannot be told
// apart, and all of them do. What the facts say of who decides goes before the
// rule.
func (k *Closing) competence(w *world, i, stage int, closes []int) Competence {
	o := &w.offices[i]
	left := w.beside[o.Municipality]
	for j, c := range closes {
		if w.offices[j].Municipality == o.Municipality && c > stage {
			left++
		}
	}
	c := Competence{Matter: programme.MatterClosure, Kind: programme.Director, Fact: -1, Left: left == 0}
	if c.Left {
		c.Matter, c.Kind = programme.MatterLastClosure, programme.Board
		c.Doubtful = w.doubtful[o.Municipality] > 0
	}
	hear := []programme.PartyKind{programme.Municipality, programme.Region, programme.CountyBoard}
	for n := range k.facts.S.Competences {
		f := &k.facts.S.Competences[n]
		if f.Matter == c.Matter && (c.Fact < 0 || k.facts.S.KnownFrom(f.Provenance) >= k.facts.S.KnownFrom(k.facts.S.Competences[c.Fact].Provenance)) {
			c.Fact, c.Body = n, f.Body
			if len(f.HearFirst) > 0 {
				hear = f.HearFirst
			}
		}
	}
	if p, _ := k.facts.Party(c.Body); p != nil {
		c.Kind = p.Kind
	}
	for _, kind := range hear {
		c.Hear = append(c.Hear, k.heard(kind, o))
	}
	return c
}

func (k *Closing) heard(kind programme.PartyKind, o *Office) Heard {
	h := Heard{Kind: kind}
	switch kind {
	case programme.Municipality:
		h.Of = o.Municipality
	case programme.Region, programme.CountyBoard:
		h.Of = k.countyName(o.County)
	}
	for i := range k.facts.S.Parties {
		p := &k.facts.S.Parties[i]
		if p.Kind == kind && (h.Of == "" || kind == programme.Municipality && p.Municipality == h.Of || kind != programme.Municipality && p.County == h.Of) {
			h.Party = p.ID
			break
		}
	}
	return h
}
