package main

import (
	"fmt"
	"math/rand/v2"

	"github.com/etablera/etablera/schedule"
	"github.com/etablera/etablera/schedule/portfolio"
)

const (
	projects = 32
	leaders  = 6
	permit   = 5 // the activity that an external clock decides
	clock    = 70
)

var typical = [...]struct {
	name string
	days float64
}{{"analysis", 15}, {"siting", 20}, {"negotiation", 25}, {"contract", 10}, {"design", 20}, {"permit", 0}, {"procurement", 20},
	{"building", 40}, {"fitting", 10}, {"opening", 5}}

// generate draws the programme of a seed. Day 0 is a Monday.
func generate(seed uint64) *portfolio.Spec {
	r := rand.New(rand.NewPCG(seed, 0))
	s := &portfolio.Spec{Goals: []portfolio.Goal{{Kind: portfolio.Makespan}}}
	week := s.AddCalendar(portfolio.NewCalendar("Monday to Friday", 7, func(day int32) bool { return day%7 < 5 }))
	rule := s.AddClock(portfolio.ClockSpec{Name: "permit", Steps: []portfolio.ClockStep{{From: 0, Days: clock, Extra: clock}}})
	s.AddPool("leader", leaders, 1)
	for k := range projects {
		p := s.AddProject(portfolio.ProjectSpec{Key: uint64(k + 1), Name: fmt.Sprintf("p%d", k), Release: int32(k % 4 * 45)})
		for i, t := range typical {
			a := portfolio.ActivitySpec{Name: t.name, Project: p, Calendar: week}
			if i == permit {
				a.Clock, a.Complex, a.Calendar = rule, 0.25, 0
			} else {
				likely := float64(int(t.days*(0.6+0.8*r.Float64()) + 0.5))
				a.Duration = schedule.Triangular(0.7*likely, likely, 2*likely)
			}
			id := s.AddActivity(a)
			if i > 0 {
				s.AddLink(id-1, id, schedule.FinishStart, 0)
			}
			s.Projects[p].Milestone = id
		}
	}
	return s
}
