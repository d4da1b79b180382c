package economy

import (
	"strconv"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// fillMoney answers for what costs are held against.
func (e *Economy) fillMoney(f *figure.Figure, p Period, path []string) bool {
	if path[0] == "outturn" {
		return e.fillOutturn(f, p, path[1:])
	}
	if p.Tertial != 0 || p.Month != 0 {
		return false
	}
	if path[0] == "appropriation" && len(path) >= 2 {
		return e.fillAppropriation(f, p.Year, path[1:])
	}
	if len(path) > 1 {
		return false
	}
	name(f, "economy."+path[0], p.Year)
	switch path[0] {
	case "balance":
		note(f, true, "comparison")
		e.notes(f, p, All, Total)
		return give(f, figure.OfAmount(e.Balance(p.Year)), figure.Difference, at(p, "appropriation", "total"), at(p, All, "total"))
	case "loan":
		return e.fillLoan(f, p)
	case "loan-frame":
		v := figure.OfAmount(e.LoanFrame(p.Year))
		if i, ok := e.money.frames[p.Year]; ok {
			return give(f, v, figure.Same, figure.FactAt("loan-frames", i+1, "amount"))
		}
		return give(f, v, ruleUnstated)
	case "headroom":
		note(f, true, "other-loans")
		return give(f, figure.OfAmount(e.Headroom(p.Year)), figure.Difference, at(p, "loan-frame"), at(p, "loan"))
	}
	return false
}

func (e *Economy) fillLoan(f *figure.Figure, p Period) bool {
	var in []figure.Address
	for y := e.First; y <= p.Year; y++ {
		in = append(in, at(y, Investment, "total"), at(y, Depreciation, "total"))
	}
	e.notes(f, p, Investment, Total)
	return give(f, figure.OfAmount(e.Loan(p.Year)), ruleLoan, in...)
}

// fillOutturn adds up what was spent.
func (e *Economy) fillOutturn(f *figure.Figure, p Period, path []string) bool {
	k := All
	if len(path) > 0 {
		var ok bool
		if k, ok = parseKind(path[0]); !ok || k > Running || len(path) > 1 {
			return false
		}
	}
	name(f, "economy.outturn."+k.String(), p.text())
	var in []figure.Address
	for _, i := range e.outturnAt(p, k) {
		in = append(in, figure.FactAt("outturn", i+1, "amount"))
	}
	if len(in) == 0 {
		return give(f, figure.Unknown(figure.Money), ruleUnstated)
	}
	return give(f, figure.OfAmount(e.Outturn(p, k)), figure.Sum, in...)
}

// fillAppropriation: granted, announced, total, lowered, entry/<id>.
func (e *Economy) fillAppropriation(f *figure.Figure, year int, path []string) bool {
	if path[0] == "entry" && len(path) == 2 {
		return e.fillEntry(f, year, path[1])
	}
	if len(path) != 1 {
		return false
	}
	name(f, "economy.appropriation."+path[0], year)
	note(f, true, "purpose")
	note(f, e.money.elsewhere > 0, "elsewhere", e.money.elsewhere)
	note(f, len(e.entriesAt(e.money.lowered, year, "")) > 0, "lowered")
	var in []figure.Address
	var v programme.Amount
	switch status := programme.ApproprStatus(path[0]); status {
	case programme.Granted, programme.Announced:
		v = e.Appropriated(year, status)
		for _, i := range e.appropriationsAt(year, status) {
			in = append(in, at(year, "appropriation", "entry", e.entryKey(i)))
		}
	case "total":
		v = e.Appropriated(year, "")
		for _, s := range []programme.ApproprStatus{programme.Granted, programme.Announced} {
			if len(e.appropriationsAt(year, s)) > 0 {
				in = append(in, at(year, "appropriation", s))
			}
		}
	case "lowered":
		v = e.Lowered(year)
		for _, i := range e.entriesAt(e.money.lowered, year, "") {
			in = append(in, at(year, "appropriation", "entry", e.entryKey(i)))
		}
	default:
		return false
	}
	if len(in) == 0 {
		return give(f, figure.Unknown(figure.Money), ruleUnstated)
	}
	return give(f, figure.OfAmount(v), figure.Sum, in...)
}

// entryKey is an appropriation's id, or its number from 1 where it has none of its own.
func (e *Economy) entryKey(i int) string {
	id := e.x.S.Appropriations[i].ID
	for j := range i {
		if e.x.S.Appropriations[j].ID == id {
			id = ""
			break
		}
	}
	if id == "" {
		return strconv.Itoa(i + 1)
	}
	return id
}

func (e *Economy) fillEntry(f *figure.Figure, year int, key string) bool {
	for _, i := range append(e.appropriationsAt(year, ""), e.entriesAt(e.money.lowered, year, "")...) {
		if e.entryKey(i) != key {
			continue
		}
		a := &e.x.S.Appropriations[i]
		name(f, "economy.appropriation.entry", a.Purpose, year)
		fact := figure.FactAt("appropriations", key, "amount")
		if !a.Amount.Known {
			return give(f, figure.Unknown(figure.Money), figure.Same, fact)
		}
		x := e.compensated(i, year)
		note(f, x.level < year, "not-compensated", x.level)
		return e.giveIndexed(f, x, fact)
	}
	return false
}
