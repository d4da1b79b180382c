package programme

import (
	"strconv"

	"github.com/etablera/etablera/internal/civil"
)

// partsOf lists the components that each kind of cost is split into.
var partsOf = map[CostKind][]Component{
	Establishment: {Expense, Investment},
	Running:       {StaffCost, Rent, IT, Security, Other},
}

// officeTypes checks that the parts of a cost are those of its kind and add up
// to the total where both are stated.
func (v *validator) officeTypes() {
	for i := range v.s.OfficeTypes {
		t := &v.s.OfficeTypes[i]
		for _, kind := range []CostKind{Establishment, Running} {
			v.costs(i, t, kind)
		}
	}
}

func (v *validator) costs(i int, t *OfficeType, kind CostKind) {
	type level struct {
		year int
		from civil.Date
	}
	at := map[level]map[Component]int{}
	var order []level
	for j := range t.Costs {
		c := &t.Costs[j]
		if c.Kind != kind || c.Component == "" {
			continue
		}
		if !isPart(kind, c.Component) {
			v.fault("office-types", i, part("costs", j, "component"), "programme.component-of-other-kind", string(c.Component), string(kind))
			continue
		}
		p := c.Provenance
		if p == (Provenance{}) {
			p = t.Provenance
		}
		l := level{c.PriceYear, v.from(p)}
		if at[l] == nil {
			at[l] = map[Component]int{}
			order = append(order, l)
		}
		if first, twice := at[l][c.Component]; twice {
			v.fault("office-types", i, part("costs", j, "component"), "programme.cost-twice", string(kind), string(c.Component), first+1)
			continue
		}
		at[l][c.Component] = j
	}
	for _, l := range order {
		v.sum(i, t, kind, at[l])
	}
}

func isPart(kind CostKind, c Component) bool {
	for _, p := range partsOf[kind] {
		if p == c {
			return true
		}
	}
	return c == Total
}

// sum compares the parts of one price level with their total. A part that is
// not stated may be anything from nothing.
func (v *validator) sum(i int, t *OfficeType, kind CostKind, stated map[Component]int) {
	total, ok := stated[Total]
	if !ok || !t.Costs[total].Amount.Known || len(stated) == 1 {
		return
	}
	whole := true
	sum := Amount{Known: true}
	for _, c := range partsOf[kind] {
		j, ok := stated[c]
		if !ok || !t.Costs[j].Amount.Known {
			whole = false
			continue
		}
		sum.Low += t.Costs[j].Amount.Low
		sum.High += t.Costs[j].Amount.High
	}
	is := t.Costs[total].Amount
	if sum.Low > is.High || whole && sum.High < is.Low {
		v.fault("office-types", i, part("costs", total, "amount"), "programme.parts-not-total", string(kind), sum.String(), is.String())
	}
}

// offices checks what an office says of its own place and premises.
func (v *validator) offices() {
	for i := range v.s.Offices {
		o := &v.s.Offices[i]
		if o.HostParty != "" && o.Premises == OwnPremises {
			v.fault("offices", i, "co-located-with", "programme.own-and-co-located")
		}
		// An office may well serve an area across the border, but hardly often.
		for j, area := range o.Serves {
			if m := v.areaIn[area]; m != "" && o.Municipality != "" && m != o.Municipality {
				v.doubtful("offices", i, "serves["+strconv.Itoa(j)+"]", "programme.area-elsewhere", area, m, o.Municipality)
			}
		}
	}
}

// happened are the kinds of events that only count once they have taken place;
// the others announce something to come.
var happened = map[EventKind]bool{Inaugurated: true, Opened: true, ClosedDeFacto: true, Closed: true, Moved: true}

// events checks the order of what happened to each office. That an office was
// shut before anybody decided it is a fact and no mistake.
func (v *validator) events() {
	first := map[OfficeID]map[EventKind]int{}
	for i := range v.s.OfficeEvents {
		e := &v.s.OfficeEvents[i]
		of := first[e.Office]
		if of == nil {
			of = map[EventKind]int{}
			first[e.Office] = of
		}
		if j, again := of[e.Kind]; !again || e.Date.First < v.s.OfficeEvents[j].Date.First {
			of[e.Kind] = i
		}
	}
	after := []struct{ later, earlier EventKind }{{Closed, Opened}, {ClosedDeFacto, Opened}, {Closed, ClosingDecided}}
	for i := range v.s.OfficeEvents {
		e := &v.s.OfficeEvents[i]
		if from := v.from(e.Provenance); happened[e.Kind] && isBefore(from, e.Date.First) {
			v.fault("events", i, "date", "programme.not-yet", e.Date.String(), from.String())
		}
		for _, pair := range after {
			j, ok := first[e.Office][pair.earlier]
			if e.Kind != pair.later || !ok {
				continue
			}
			if b := v.s.OfficeEvents[j].Date; e.Date.Last.IsKnown() && b.First.IsKnown() && e.Date.Last < b.First {
				key, report := "programme.closed-before-opened", v.fault
				if pair.earlier == ClosingDecided {
					key, report = "programme.closed-before-decided", v.doubtful
				}
				report("events", i, "date", key, e.Date.String(), b.String())
			}
		}
	}
	v.leases(first)
}

func (v *validator) leases(first map[OfficeID]map[EventKind]int) {
	for i := range v.s.Offices {
		o := &v.s.Offices[i]
		j, ok := first[o.ID][Opened]
		if !ok || !o.LeaseEnd.Last.IsKnown() {
			continue
		}
		if opened := v.s.OfficeEvents[j].Date; opened.First.IsKnown() && o.LeaseEnd.Last < opened.First {
			v.fault("offices", i, "lease-end", "programme.lease-before-opening", o.LeaseEnd.String(), opened.String())
		}
	}
}
