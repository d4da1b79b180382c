package inquiry_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/certificate"
	"github.com/etablera/etablera/locate/instance"
	"github.com/etablera/etablera/locate/instance/generate"
	"github.com/etablera/etablera/locate/instance/inquiry"
)

// small makes an instance with costs and weights, some of whose distances are not there.
func small(seed uint64) *instance.Instance {
	random := rand.New(rand.NewPCG(seed, 31))
	in := generate.Covering(seed, 2+random.IntN(6), 1+random.IntN(12))
	if seed%3 == 0 {
		in.Metric, in.Rows.Start = instance.Listed, []int64{0}
		for range in.Clients.N {
			for j := range in.Sites.N {
				if random.IntN(4) > 0 {
					in.Rows.To, in.Rows.At = append(in.Rows.To, int32(j)), append(in.Rows.At, int64(random.IntN(30)))
				}
			}
			in.Rows.Start = append(in.Rows.Start, int64(len(in.Rows.At)))
		}
	}
	return in
}

// plain is what a choice is worth by the words of the question alone; ok says whether it is allowed.
func plain(in *instance.Instance, q instance.Question, open []int) (value int64, ok bool) {
	cost := int64(0)
	for _, j := range open {
		cost += in.Sites.CostOf(j)
	}
	for _, name := range q.Fixed {
		if !slices.ContainsFunc(open, func(j int) bool { return in.Sites.NameOf(j) == name }) {
			return 0, false
		}
	}
	if q.Budget > 0 && cost > q.Budget || q.P > 0 && len(open) > q.P {
		return 0, false
	}
	for i := range in.Clients.N {
		near, within := int64(-1), false
		for _, j := range open {
			if d, there := in.Distance(i, j); there && (near < 0 || d < near) {
				near = d
			}
			within = within || in.Within(i, j, q.Radius)
		}
		switch {
		case q.Kind == instance.MaxCover && within:
			value += in.Clients.WeightOf(i)
		case q.Kind == instance.MaxCover:
		case q.Kind == instance.SetCover && !within, q.Kind != instance.SetCover && near < 0:
			return 0, false
		case q.Kind == instance.PMedian:
			value += near * in.Clients.WeightOf(i)
		case q.Kind == instance.PCenter:
			value = max(value, near)
		}
	}
	if q.Kind == instance.SetCover {
		value = cost
	}
	return value, true
}

func best(in *instance.Instance, q instance.Question) (best int64, ok bool) {
	for choice := range 1 << in.Sites.N {
		var open []int
		for j := range in.Sites.N {
			if choice>>j&1 != 0 {
				open = append(open, j)
			}
		}
		// Exactly p sites are open in a p-median, and one more never hurts.
		if v, allowed := plain(in, q, open); allowed && (q.Kind != instance.PMedian || q.P == 0 || len(open) == q.P) {
			if better := v < best; !ok || (q.Kind == instance.MaxCover) != better && v != best {
				best, ok = v, true
			}
		}
	}
	return best, ok
}

func question(seed uint64, in *instance.Instance) instance.Question {
	random := rand.New(rand.NewPCG(seed, 33))
	q := instance.Question{Kind: instance.Kinds[random.IntN(4)], P: 1 + random.IntN(in.Sites.N)}
	if q.Kind == instance.MaxCover || q.Kind == instance.SetCover {
		q.Radius = 4 + 12*random.Float64()
	}
	if q.Kind != instance.PCenter && random.IntN(3) == 0 {
		q.Budget, q.P = int64(60+random.IntN(200)), q.P*random.IntN(2)
	}
	if random.IntN(3) == 0 {
		q.Fixed = []string{in.Sites.NameOf(random.IntN(in.Sites.N))}
	}
	return q
}

// Every kind of question gets the answer that trying all choices gives, with a certificate that holds through a file. A file that claims
// more, or other sites, does not.
func TestAskEqualsTryingAll(t *testing.T) {
	answered := map[instance.Kind]int{}
	for seed := range uint64(800) {
		in := small(seed)
		q := question(seed, in)
		want, ok := best(in, q)
		r, file, err := inquiry.Ask(context.Background(), in, q, inquiry.Limits{Seed: 1, Certificate: true})
		if err != nil {
			if ok {
				t.Fatalf("seed %d: %+v: %v, though the best is %d", seed, q, err, want)
			}
			continue
		}
		if r.Infeasible == ok || ok && (r.Value == nil || *r.Value != want || !r.Proven || *r.Gap != 0) {
			t.Fatalf("seed %d: %+v: %+v, want %d (%v)", seed, q, r, want, ok)
		}
		if !ok {
			continue
		}
		answered[q.Kind]++
		if v, allowed := plain(in, q, numbers(r.Sites)); !allowed || v != want {
			t.Fatalf("seed %d: the sites named are worth %d", seed, v)
		}
		through(t, seed, in, file)
	}
	for _, k := range instance.Kinds {
		if answered[k] < 50 {
			t.Errorf("%s was answered %d times only", k, answered[k])
		}
	}
}

func numbers(names []string) (out []int) {
	for _, n := range names {
		j, _ := strconv.Atoi(n)
		out = append(out, j-1)
	}
	return out
}

func through(t *testing.T, seed uint64, in *instance.Instance, file *certificate.File) {
	t.Helper()
	var text bytes.Buffer
	if err := file.Write(&text); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(f *certificate.File){
		"":      func(*certificate.File) {},
		"value": func(f *certificate.File) { f.Value++ },
		"bound": func(f *certificate.File) {
			if f.Question.Kind == instance.MaxCover {
				f.Bound -= 2
			}
			f.Bound++
		},
		"site":  func(f *certificate.File) { f.Chosen = append(slices.Clone(f.Chosen), 99) },
		"sites": func(f *certificate.File) { f.Sites++ },
	} {
		f, err := certificate.Read(bytes.NewReader(text.Bytes()), "c")
		if err != nil {
			t.Fatal(err)
		}
		change(f)
		if f.Question.Kind == instance.PCenter && f.Below < 0 && name == "bound" {
			continue // what is below the least distance needs no certificate
		}
		if err := f.Verify(in); (err == nil) != (name == "") {
			t.Fatalf("seed %d, %s changed: %v", seed, name, err)
		}
	}
}

// The report says the same in words as in JSON, and what cannot be met is named.
func TestReportForms(t *testing.T) {
	words := inquiry.Words{Kind: map[instance.Kind]string{instance.MaxCover: "covered"}, Value: "%s %d", Lower: "lower %d", Upper: "upper %d", Gap: "gap %.2f",
		Proven: "proven", Stopped: "stopped", None: "none", Infeasible: "infeasible", Room: "%d %d %d", Obstacle: map[string]string{"client": "client %s", "rule": "--%s", "site": "site %s"}, Sites: "%d of %d", Work: "%.0f s %d %d"}
	in, err := instance.Read(strings.NewReader("from,to,cost\nk1,s1,5\nk2,s2,5\nk2,s1,9\n"), "f")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		q    instance.Question
		want []string
	}{
		{instance.Question{Kind: instance.MaxCover, P: 1, Radius: 9}, []string{"covered 2", "upper 2", "proven", "1 of 2", "  s1"}},
		{instance.Question{Kind: instance.SetCover, Radius: 4}, []string{"infeasible", "  client k1"}},
	} {
		r, _, err := inquiry.Ask(context.Background(), in, c.q, inquiry.Limits{Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		var text, other bytes.Buffer
		if err := r.WriteText(&text, words); err != nil {
			t.Fatal(err)
		}
		for _, w := range c.want {
			if !strings.Contains(text.String(), w) {
				t.Errorf("%+v: %q lacks %q", c.q, text.String(), w)
			}
		}
		if err := r.WriteJSON(&other); err != nil {
			t.Fatal(err)
		}
		var back inquiry.Report
		if err := json.Unmarshal(other.Bytes(), &back); err != nil || back.Infeasible != r.Infeasible || !slices.Equal(back.Sites, r.Sites) {
			t.Errorf("%s: %v", other.String(), err)
		}
		if r.Infeasible && len(r.Why) == 0 {
			t.Error("nothing is said of why")
		}
	}
}

// A context that has ended, and a limit of time, give the best so far and say so.
func TestAskStops(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	in := generate.Clustered(1, 60, 300, 5)
	for _, kind := range []instance.Kind{instance.PMedian, instance.PCenter} {
		r, _, err := inquiry.Ask(ctx, in, instance.Question{Kind: kind, P: 7}, inquiry.Limits{Seed: 1})
		if err != nil || r.Stopped == r.Proven || kind == instance.PMedian && r.Proven {
			t.Errorf("%s: %+v, %v", kind, r, err)
		}
	}
}

// A gap that is asked for ends the work, measured on what the report says.
func TestAskGap(t *testing.T) {
	in := generate.Clustered(2, 80, 2000, 9)
	r, _, err := inquiry.Ask(context.Background(), in, instance.Question{Kind: instance.MaxCover, P: 6, Radius: 60}, inquiry.Limits{Seed: 1, Gap: 0.2})
	if err != nil || r.Gap == nil || *r.Gap > 0.2 || r.Stopped {
		t.Errorf("%+v, %v", r, err)
	}
}

// What a stranger wrote is read or refused, and held against an instance without harm.
func FuzzCertificate(f *testing.F) {
	in := small(1)
	for _, q := range []instance.Question{{Kind: instance.PMedian, P: 1}, {Kind: instance.PCenter, P: 1}, {Kind: instance.MaxCover, P: 2, Radius: 9}} {
		_, file, err := inquiry.Ask(context.Background(), in, q, inquiry.Limits{Seed: 1, Certificate: true})
		if err != nil {
			f.Fatal(err)
		}
		var text bytes.Buffer
		_ = file.Write(&text)
		f.Add(text.String())
	}
	f.Add(`{"schema":"etablera.locate.certificate/1","certificate":{"scale":1,"nodes":[{"branch":0,"open":0}]}}`)
	f.Fuzz(func(t *testing.T, text string) {
		file, err := certificate.Read(strings.NewReader(text), "c")
		if err == nil {
			_ = file.Verify(in)
		}
	})
}

// Capacities of the file or the question bind, and what is reported through a file holds only as it is.
func TestAskCapacities(t *testing.T) {
	answered := 0
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 35))
		in := small(seed)
		q := question(seed, in)
		if q.Kind == instance.PCenter {
			continue
		}
		if q.Capacity = int64(random.IntN(40)); seed%2 == 0 {
			for range in.Sites.N {
				in.Sites.Capacity = append(in.Sites.Capacity, int64(random.IntN(60)))
			}
		}
		spec, err := q.Spec(in)
		if err != nil || !q.Limited(in) {
			continue
		}
		best, ok := int64(0), false
		for set := range 1 << in.Sites.N {
			var open []int32
			for j := range in.Sites.N {
				if set>>j&1 != 0 {
					open = append(open, int32(j))
				}
			}
			flows, _ := locate.Divide(spec, open)
			if v, _, err := certificate.Divided(spec, open, flows); err == nil && (!ok || v < best) {
				best, ok = v, true
			}
		}
		if q.Kind == instance.MaxCover {
			best = in.Weight() - best
		}
		r, file, err := inquiry.Ask(context.Background(), in, q, inquiry.Limits{Seed: 1, Certificate: true})
		if err != nil || r.Infeasible == ok || ok && (*r.Value != best || !r.Proven) {
			t.Fatalf("seed %d: %+v: %+v (%v), want %d (%v)", seed, q, r, err, best, ok)
		}
		if !ok {
			continue
		}
		answered++
		served := r.Unserved
		for k, l := range r.Loads {
			if served += l.Weight; l.Capacity > 0 && l.Weight > l.Capacity || l.Site != r.Sites[k] {
				t.Fatalf("seed %d: %+v", seed, r.Loads)
			}
		}
		if served != r.Weight {
			t.Fatalf("seed %d: %d of %d is served or not", seed, served, r.Weight)
		}
		through(t, seed, in, file)
	}
	if answered < 50 {
		t.Errorf("only %d were answered", answered)
	}
}

// Other choices within a share of what is reported are listed, each by what sets it apart.
func TestAskWithin(t *testing.T) {
	listed := 0
	for seed := range uint64(300) {
		in := small(seed)
		q := question(seed, in)
		if q.Kind == instance.PCenter || q.Kind == instance.PMedian && q.P == 0 {
			continue
		}
		const within = 0.25
		r, _, err := inquiry.Ask(context.Background(), in, q, inquiry.Limits{Seed: 1, Within: within, Alternatives: 1000})
		if err != nil || r.Infeasible {
			continue
		}
		if r.Others == nil || !r.Others.Complete {
			t.Fatalf("seed %d: %+v", seed, r)
		}
		count := 0
		for set := range 1 << in.Sites.N {
			var open []int
			for j := range in.Sites.N {
				if set>>j&1 != 0 {
					open = append(open, j)
				}
			}
			v, ok := plain(in, q, open)
			off := max(v-*r.Value, *r.Value-v)
			if ok && (q.Kind != instance.PMedian || len(open) == q.P) && float64(off) <= within*float64(*r.Value) {
				count++
			}
		}
		if len(r.Others.Choices) != count-1 {
			t.Fatalf("seed %d: %+v: %d others, want %d: %+v", seed, q, len(r.Others.Choices), count-1, r.Others)
		}
		listed += count - 1
		for _, c := range r.Others.Choices {
			if len(c.Opened)+len(c.Closed) == 0 {
				t.Fatalf("seed %d: nothing sets %+v apart", seed, c)
			}
		}
	}
	if listed < 200 {
		t.Errorf("only %d were listed", listed)
	}
}
