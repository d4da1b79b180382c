package chart

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// sampleLines is the share of people within so many minutes, before and after.
func sampleLines(width float64) Lines {
	l := Lines{Options: options("andel", width), Unit: "Andel av invånarna, procent", Along: "minuter till närmaste kontor", Value: swedish(0), XValue: swedish(0)}
	for k, name := range []string{"före", "efter"} {
		line := NamedLine{Name: name}
		for m := range 25 {
			line.Points = append(line.Points, Point{float64(5 * m), 100 * (1 - math.Exp(-float64(m*(k+1))/10))})
		}
		l.Lines = append(l.Lines, line)
	}
	return l
}

// The line goes through its points: the first at the foot of both axes, a higher
// value higher up.
func TestLinesStandWhereTheyShould(t *testing.T) {
	l := sampleLines(0)
	l.Lines = l.Lines[:1]
	l.Lines[0].Points = []Point{{0, 0}, {50, 50}, {100, 100}}
	d, err := l.Draw()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range flat(d.Marks) {
		if p, ok := m.(Path); ok && len(p.Points) == 3 {
			a, b, c := p.Points[0], p.Points[1], p.Points[2]
			if math.Abs((a.X+c.X)/2-b.X) > 1e-9 || math.Abs((a.Y+c.Y)/2-b.Y) > 1e-9 || c.Y >= a.Y || c.X <= a.X {
				t.Errorf("%v", p.Points)
			}
			return
		}
	}
	t.Error("no line was drawn")
}

// A line of one point is seen: its marks are as wide and as high as a symbol.
func TestOnePointIsSeen(t *testing.T) {
	l := sampleLines(0)
	l.Lines = append(l.Lines[:1], NamedLine{Name: "single", Points: []Point{{l.Lines[0].Points[0].X, l.Lines[0].Points[0].Y}}})
	d, err := l.Draw()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range d.Marks {
		if g, ok := m.(Group); ok && g.Title == "single" {
			if b := g.Bounds(); b.Max.X-b.Min.X < 12 || b.Max.Y-b.Min.Y < 12 {
				t.Errorf("the point takes %v", b)
			}
			return
		}
	}
	t.Error("the point was not drawn")
}

// Faults are told.
func TestLinesRefuse(t *testing.T) {
	for name, change := range map[string]func(*Lines){
		"no lines":    func(l *Lines) { l.Lines = nil },
		"no points":   func(l *Lines) { l.Lines[0].Points = nil },
		"no name":     func(l *Lines) { l.Lines[0].Name = "" },
		"backwards":   func(l *Lines) { l.Lines[0].Points = []Point{{2, 1}, {1, 1}} },
		"not finite":  func(l *Lines) { l.Lines[0].Points = []Point{{1, math.Inf(1)}} },
		"no function": func(l *Lines) { l.XValue = nil },
		"no axis":     func(l *Lines) { l.Along = "" },
		"too many":    func(l *Lines) { l.Lines = make([]NamedLine, MaxLines+1) },
	} {
		l := sampleLines(0)
		change(&l)
		var e *Error
		if _, err := l.Draw(); !errors.As(err, &e) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Any rising points give a sound picture.
func TestAnyLinesAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := sampleLines(float64(rapid.IntRange(280, 900).Draw(t, "width")))
		l.Lines = nil
		for range rapid.IntRange(1, MaxLines).Draw(t, "lines") {
			line, x := NamedLine{Name: rapid.StringMatching("[a-zåäö ]{1,40}x").Draw(t, "name")}, 0.0
			for range rapid.IntRange(1, 8).Draw(t, "points") {
				line.Points = append(line.Points, Point{x, rapid.Float64Range(-1e4, 1e4).Draw(t, "y")})
				x += rapid.Float64Range(0, 1e3).Draw(t, "step")
			}
			l.Lines = append(l.Lines, line)
		}
		sound(t, l)
	})
}
